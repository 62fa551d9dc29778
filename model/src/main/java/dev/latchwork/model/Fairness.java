package dev.latchwork.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which actions must happen in the end when they can happen all the time: weak fairness, as the specification has it. */
final class Fairness {
    /**
     * Nobody owes these: completion must not need another submission; a session may stay open; an operator may never
     * reload, close the instance or interrupt; a reopen may succeed every time.
     */
    private static final Set<Class<? extends Action>> UNFAIR = Set.of(
            SubmitterAction.Submit.class,
            SubmitterAction.SubmitSynchronously.class,
            SubmitterAction.CloseSession.class,
            PoolAction.Reload.class,
            PoolAction.Interrupt.class,
            WorkerAction.ReopenFail.class);

    /** Number of the duty of each fair action. */
    private final Map<Action, Integer> duties = new HashMap<>();

    private final List<String> names = new ArrayList<>();

    Fairness(List<Action> actions) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Action action : actions) {
            if (!UNFAIR.contains(action.getClass())) {
                String name = duty(action);
                int number = numbers.computeIfAbsent(name, fresh -> {
                    names.add(fresh);
                    return numbers.size();
                });
                duties.put(action, number);
            }
        }
    }

    /** Actions share a duty when it is one agent's next step, and the state decides which of them that is. */
    private static String duty(Action action) {
        if (action instanceof WorkerAction.Consume
                || action instanceof WorkerAction.ConsumeQuietly
                || action instanceof WorkerAction.MarkIdle) {
            return "Look(" + ((WorkerAction) action).worker() + ")";
        }
        if (action instanceof WorkerAction.Register || action instanceof PoolAction.RegisterFail) {
            return "Register";
        }
        if (action instanceof PoolAction.RequestShutdown) {
            return action.name();
        }
        return action.text();
    }

    /** How many duties there are. */
    int count() {
        return names.size();
    }

    /** The duty that {@code action} fulfils, 0 to {@code count() - 1}, or -1 when nobody owes it. */
    int dutyOf(Action action) {
        return duties.getOrDefault(action, -1);
    }
}
