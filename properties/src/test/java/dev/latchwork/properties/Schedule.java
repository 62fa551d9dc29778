package dev.latchwork.properties;

import dev.latchwork.model.Action;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.Trace;
import dev.latchwork.model.TracePrinter;
import dev.latchwork.model.WorkerAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Writes a walk as the schedule that it is: one line an action, with its number, who acts, what, and what that changed. */
final class Schedule {
    private static final int ACTOR_COLUMN = 6;

    private Schedule() {}

    /** One line for the start and one for each action. */
    static String print(Trace trace) {
        List<String> lines = new ArrayList<>();
        Iterator<String> actors =
                trace.steps().stream().map(step -> actor(step.action())).iterator();
        TracePrinter.print(trace).lines().forEach(line -> {
            String actor = lines.isEmpty() ? "" : actors.next();
            lines.add(line.substring(0, ACTOR_COLUMN) + "%-14s".formatted(actor) + line.substring(ACTOR_COLUMN));
        });
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** Whose step an action is. */
    static String actor(Action action) {
        if (action instanceof SubmitterAction submitter) {
            return "submitter " + submitter.submitter();
        }
        if (action instanceof WorkerAction worker) {
            return "worker " + worker.worker();
        }
        if (action instanceof LeaverAction || action instanceof PoolAction.RegisterFail) {
            return "leaver";
        }
        return action instanceof PoolAction.Interrupt || action instanceof PoolAction.Reload
                ? "operator"
                : "supervisor";
    }
}
