package dev.latchwork.model.mutants;

import dev.latchwork.model.Action;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Variant;
import java.util.List;

/**
 * A protocol in which one guard or one effect is wrong. It asks the shipped protocol for everything and changes the
 * answer; it copies nothing.
 *
 * @param shipped the protocol as it is
 * @param guard the fault in a guard
 * @param effect the fault in an effect
 */
public record FaultyProtocol(Protocol shipped, GuardFault guard, EffectFault effect) implements Protocol {

    /** Whether an action can happen, given whether it rightly can. */
    public interface GuardFault {
        GuardFault NONE = (state, action, rightly) -> rightly;

        boolean isEnabled(ProtocolState state, Action action, boolean rightly);
    }

    /** The state after an action, given the right one. */
    public interface EffectFault {
        EffectFault NONE = (before, action, right) -> right;

        ProtocolState after(ProtocolState before, Action action, ProtocolState right);
    }

    @Override
    public Bounds bounds() {
        return shipped.bounds();
    }

    @Override
    public Variant variant() {
        return shipped.variant();
    }

    @Override
    public ProtocolState initial() {
        return shipped.initial();
    }

    @Override
    public List<Action> actions() {
        return shipped.actions();
    }

    @Override
    public List<Action> enabled(ProtocolState state) {
        return actions().stream()
                .filter(action -> guard.isEnabled(state, action, action.isEnabled(state, variant())))
                .toList();
    }

    @Override
    public ProtocolState step(ProtocolState state, Action action) {
        ProtocolState right = state.with(next -> action.apply(state, next, variant()));
        return effect.after(state, action, right);
    }
}
