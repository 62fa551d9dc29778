package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.ExecutorPoint;
import dev.latchwork.model.completion.ExecutorVariables;
import dev.latchwork.model.completion.HandleState;
import dev.latchwork.model.completion.HandleVariables;
import dev.latchwork.model.completion.Outcome;
import dev.latchwork.model.completion.SessionPoint;
import dev.latchwork.model.completion.SessionVariables;
import dev.latchwork.model.completion.WaitVariables;
import dev.latchwork.tla.proof.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the formulas see of a state of the executable model: one of its handles and those who wait for it. The model's few
 * sessions are the lowest of the formulas' 32. Pure.
 */
public final class CompletionAbstraction {
    private static final Map<SessionPoint, Variable> POINT_SETS = Map.ofEntries(
            Map.entry(SessionPoint.LOAD_STATE, AT_LOAD_STATE),
            Map.entry(SessionPoint.LOAD_GENERATION, AT_LOAD_GENERATION),
            Map.entry(SessionPoint.PREPARE_TO_SLEEP, AT_PREPARE_TO_SLEEP),
            Map.entry(SessionPoint.AWAIT, AT_AWAIT),
            Map.entry(SessionPoint.RESET_LATCH, AT_RESET_LATCH),
            Map.entry(SessionPoint.ENLIST_AGAIN, AT_ENLIST_AGAIN),
            Map.entry(SessionPoint.CANCEL_SLEEP, AT_CANCEL_SLEEP),
            Map.entry(SessionPoint.READ_RESULT, AT_READ_RESULT),
            Map.entry(SessionPoint.CONFIRM_GENERATION, AT_CONFIRM_GENERATION),
            Map.entry(SessionPoint.RECLAIM, AT_RECLAIM),
            Map.entry(SessionPoint.NEXT_GENERATION, AT_ENDING),
            Map.entry(SessionPoint.RECYCLE, AT_ENDING),
            Map.entry(SessionPoint.RETURN, AT_RETURN));

    /** In the order of the life cycle, which is that of the formulas' numbers. */
    private static final List<HandleState> STATES = List.of(HandleState.values());
    /** In the order of the formulas' numbers: none, Ok, Enoent. */
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final CompletionState state;
    private final int handle;
    private final Map<Variable, Long> values = new LinkedHashMap<>();

    private CompletionAbstraction(CompletionState state, int handle) {
        this.state = state;
        this.handle = handle;
    }

    /** The value of every variable of the formulas, about {@code handle}, of which {@code observed} is the session i. */
    public static Map<Variable, Long> of(CompletionState state, int handle, int observed) {
        return new CompletionAbstraction(state, handle).values(observed);
    }

    private Map<Variable, Long> values(int observed) {
        ALL.forEach(variable -> values.put(variable, 0L));
        HandleVariables own = state.handle(handle);
        int owner = state.bounds().owner(handle);
        WaitVariables awaiting = state.session(observed).awaiting();
        values.put(STATE, (long) STATES.indexOf(own.state()));
        values.put(ENDING, ending(state.session(owner)));
        values.put(GENERATION, (long) own.generation());
        values.put(RESULT, (long) OUTCOMES.indexOf(own.result()));
        values.put(OWNER, 1L << owner);
        values.put(OBSERVED, 1L << observed);
        values.put(AWAITED_GENERATION, awaiting.awaited() == handle ? (long) awaiting.generation() : 0L);
        values.put(OUTCOME, (long) OUTCOMES.indexOf(outcome(own, own.use())));
        own.waiting().forEach(session -> add(WAITING, session));
        for (int session = 0; session < state.sessions().size(); session++) {
            addSession(session, own);
        }
        state.executors().stream()
                .filter(executor -> executor.executing() == handle)
                .forEach(executor -> addExecutor(executor, own.waiting()));
        return values;
    }

    private long ending(SessionVariables owner) {
        if (owner.recycling() != handle) {
            return 0;
        }
        return owner.point() == SessionPoint.NEXT_GENERATION ? 1 : 2;
    }

    private static Outcome outcome(HandleVariables of, int use) {
        return use == 0 ? Outcome.NONE : of.outcomes().get(use - 1);
    }

    private void add(Variable set, int session) {
        values.merge(set, 1L << session, (some, more) -> some | more);
    }

    private void addIf(boolean condition, Variable set, int session) {
        if (condition) {
            add(set, session);
        }
    }

    private void addSession(int session, HandleVariables own) {
        SessionVariables its = state.session(session);
        WaitVariables wait = its.awaiting();
        addIf(its.latch(), LATCH, session);
        if (wait.awaited() == handle) {
            Outcome ended = outcome(own, wait.use());
            add(POINT_SETS.get(its.point()), session);
            addIf(wait.generation() == own.generation(), CURRENT, session);
            addIf(wait.prepared(), PREPARED, session);
            addIf(wait.seen(), SEEN, session);
            addIf(wait.got() == Outcome.OK, GOT_OK, session);
            addIf(wait.got() == Outcome.ENOENT, GOT_ENOENT, session);
            addIf(wait.use() == own.use(), AWAITS_THIS_USE, session);
            addIf(ended == Outcome.OK, ENDED_OK, session);
            addIf(ended == Outcome.ENOENT, ENDED_ENOENT, session);
        }
    }

    private void addExecutor(ExecutorVariables executor, List<Integer> waiting) {
        if (executor.point() == ExecutorPoint.BROADCAST) {
            values.put(BROADCAST_DUE, 1L);
        }
        if (executor.point() == ExecutorPoint.UNLINK_WAITER || executor.point() == ExecutorPoint.WAKE_WAITER) {
            waiting.stream().limit(executor.remaining()).forEach(session -> add(TO_UNLINK, session));
        }
        if (executor.point() == ExecutorPoint.WAKE_WAITER) {
            add(WAKING, executor.waking());
        }
    }
}
