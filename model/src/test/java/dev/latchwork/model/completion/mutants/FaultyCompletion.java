package dev.latchwork.model.completion.mutants;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.search.TransitionSystem;
import java.util.List;

/**
 * The completion side with one fault. It asks the shipped protocol for everything and changes the answer; it copies
 * nothing.
 *
 * @param shipped the protocol as it is
 * @param fault what is wrong
 */
public record FaultyCompletion(CompletionProtocol shipped, CompletionMutant fault)
        implements TransitionSystem<CompletionState, CompletionAction> {

    /** Whether an action can happen, given whether it rightly can. */
    public interface GuardFault {
        GuardFault NONE = (state, action, rightly) -> rightly;

        boolean isEnabled(CompletionState state, CompletionAction action, boolean rightly);
    }

    /** The state after an action, given the right one. */
    public interface EffectFault {
        EffectFault NONE = (before, action, right) -> right;

        CompletionState after(CompletionState before, CompletionAction action, CompletionState right);
    }

    @Override
    public CompletionState initial() {
        return shipped.initial();
    }

    @Override
    public List<CompletionAction> enabled(CompletionState state) {
        return shipped.actions().stream()
                .filter(action -> fault.guard().isEnabled(state, action, action.isEnabled(state)))
                .toList();
    }

    @Override
    public CompletionState step(CompletionState state, CompletionAction action) {
        return fault.effect().after(state, action, action.apply(state));
    }
}
