package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.ProcessRunner;
import dev.latchwork.aio.worker.StateNotation;
import dev.latchwork.aio.worker.SteppedMethod;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Start;
import dev.latchwork.tla.graph.LabelledGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shipped worker method inside the bounds of a configuration of the specification: a {@link SteppedMethod}, and the
 * environment that submits, interrupts, reloads, fails and closes as MCWorkerMethod lets it. Used by one thread.
 */
final class BoundedMethod {
    /*
     * Overview.
     * 1 What it is: the list of choices that there are now, and the step that is taken for each.
     * 2 Corresponds to: MCNext. What is decided here and not by the shipped classes are the conjuncts that MCWorkerMethod
     *   adds (the order of the I/Os, the budgets) and the guards of what comes from outside: Reload wants another size, an
     *   instance closes once and after its sessions, and a session closes when its I/Os are done.
     * 3 Representation: the budgets are counted here.
     * 4 Invariants: none.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: whether a process can go on is asked of the shipped objects.
     * 9 Departures, gaps: workers that have not registered yet are interchangeable, and so are leavers that owe the same;
     *   each is tried all the same.
     */

    private static final int MOST_REOPEN_FAILURES = 1;

    private final Bounds bounds;
    private final StateNotation notation;
    private final SteppedMethod method;
    private int reloads;
    private int interrupts;
    private int reopenFailures;

    /**
     * The method at the start of the configuration.
     *
     * @param notation which variables the configuration keeps
     */
    BoundedMethod(Bounds bounds, StateNotation notation, WorkerSeams seams, ProcessRunner runner) {
        if (bounds.maxReopenFailures() > MOST_REOPEN_FAILURES) {
            throw new IllegalArgumentException(bounds.maxReopenFailures()
                    + " is outside the valid range for \"MaxReopenFailures\" here (0 .. " + MOST_REOPEN_FAILURES
                    + "): a second one in a row begins a restart delay, and no state here tells of delays");
        }
        this.bounds = bounds;
        this.notation = notation;
        method = new SteppedMethod(
                bounds.poolSize(), bounds.ringSize(), bounds.submitters(), bounds.ios(), seams, runner);
        if (bounds.start() == Start.WARM) {
            warmUp();
        }
    }

    /** Nothing is submitted and every worker waits. */
    private void warmUp() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Choice choice : choices()) {
                if (choice.isInternal()) {
                    take(choice);
                    moved = true;
                    break;
                }
            }
        }
    }

    /** What can happen now. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int session = 0; session < bounds.submitters(); session++) {
            addSubmitter(session, choices);
        }
        for (int index = 0; index < method.workers(); index++) {
            if (method.canStepWorker(index)) {
                choices.add(new Choice.StepWorker(index, false));
                if (method.isAtReopen(index) && reopenFailures < bounds.maxReopenFailures()) {
                    choices.add(new Choice.StepWorker(index, true));
                }
                if (method.isDampedLook(index)) {
                    choices.add(new Choice.StepQuietly(index));
                }
            }
        }
        addSupervisor(choices);
        addRequests(choices);
        return choices;
    }

    private void addSubmitter(int session, List<Choice> choices) {
        if (method.canStepSubmitter(session)) {
            choices.add(new Choice.StepSubmitter(session));
        } else if (method.canSubmit(session)) {
            int most = Math.min(bounds.maxBatch(), bounds.ios() - method.submitted());
            for (int count = 1; count <= most; count++) {
                choices.add(new Choice.Submit(session, count, false));
                if (method.hasGate()) {
                    choices.add(new Choice.Submit(session, count, true));
                }
            }
            if (bounds.closes() && method.canCloseSession(session)) {
                choices.add(new Choice.CloseSession(session));
            }
        }
    }

    private void addSupervisor(List<Choice> choices) {
        if (!method.canStepSupervisor()) {
            return;
        }
        if (!method.isAtShrink()) {
            choices.add(new Choice.StepSupervisor(0));
            return;
        }
        List<Integer> registered = method.registered();
        if (registered.isEmpty()) {
            choices.add(new Choice.StepSupervisor(0));
        }
        registered.forEach(slot -> choices.add(new Choice.StepSupervisor(slot)));
    }

    private void addRequests(List<Choice> choices) {
        if (interrupts < bounds.maxInterrupts()) {
            for (int slot = 0; slot < bounds.workers(); slot++) {
                choices.add(new Choice.Interrupt(slot));
            }
        }
        int target = method.poolTarget();
        if (target == 0) {
            return;
        }
        if (reloads < bounds.maxReloads()) {
            for (int size : bounds.poolSizes()) {
                if (size != target) {
                    choices.add(new Choice.Reload(size));
                }
            }
        }
        if (bounds.closes() && method.isEverySessionClosed()) {
            choices.add(new Choice.Reload(0));
        }
    }

    /**
     * Takes a step.
     *
     * @return the specification's action with its arguments; {@link SteppedMethod#CRASH}; or null if nothing happened
     */
    String take(Choice choice) {
        String action = choice.take(method);
        if (action == null) {
            return null;
        }
        reloads += action.startsWith("Reload(") && !action.equals("Reload(0)") ? 1 : 0;
        interrupts += action.startsWith("Interrupt(") ? 1 : 0;
        reopenFailures += action.startsWith("ReopenFail(") ? 1 : 0;
        if (notation.ring() && !action.equals(SteppedMethod.CRASH) && !action.matches("(Submit|Consume)\\(.*")) {
            return RING_UNCHANGED;
        }
        return action;
    }

    /** Who would make the choice now, as a trace names it; a worker without a slot has no number. */
    String actor(Choice choice) {
        if (choice instanceof Choice.Submit submit) {
            return "submitter " + submit.session();
        }
        if (choice instanceof Choice.StepSubmitter step) {
            return "submitter " + step.session();
        }
        if (choice instanceof Choice.CloseSession close) {
            return "submitter " + close.session();
        }
        if (choice instanceof Choice.StepWorker step) {
            return worker(step.index());
        }
        if (choice instanceof Choice.StepQuietly step) {
            return worker(step.index());
        }
        return choice instanceof Choice.StepSupervisor ? "supervisor" : "environment";
    }

    private String worker(int index) {
        List<Integer> registered = method.registered();
        return index < registered.size() ? "worker " + registered.get(index) : "worker without a slot";
    }

    /** What MCWorkerMethodRing calls every action that leaves the ring as it is. */
    private static final String RING_UNCHANGED = "Unchanged";

    /** Whether NoLostWakeup is violated, as the shipped objects stand. */
    boolean isWakeupLost() {
        return method.isWakeupLost();
    }

    /** Whether WorkConserving is violated. */
    boolean isWorkNotConserved() {
        return method.isWorkNotConserved();
    }

    /** What is wrong with the places of the I/Os, or null. */
    String misplaced() {
        return method.misplaced();
    }

    /** An I/O that is left over when the method has come to rest, and which nothing but a new request would complete; or 0. */
    int leftAtRest() {
        boolean atRest = choices().stream().noneMatch(choice -> choice.isInternal() || choice.isOfSubmitter());
        return atRest ? method.pending() : 0;
    }

    /** The state, as a graph of the specification has it. */
    String text() {
        Map<String, String> variables = method.variables(notation);
        variables.put("reloads", Integer.toString(reloads));
        variables.put("interrupts", Integer.toString(interrupts));
        variables.put("reopenFailures", Integer.toString(reopenFailures));
        return LabelledGraph.state(variables);
    }

    /** A short name: two states with the same name have the same text. */
    String key() {
        return method.key(notation) + reloads + '.' + interrupts + '.' + reopenFailures;
    }

    /** What of the state the specification does not name. */
    String hidden() {
        return method.hidden();
    }
}
