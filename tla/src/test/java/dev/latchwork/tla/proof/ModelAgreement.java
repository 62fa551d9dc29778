package dev.latchwork.tla.proof;

import static dev.latchwork.tla.proof.worker.WorkerParameters.BATCH_SIZE;
import static dev.latchwork.tla.proof.worker.WorkerParameters.POOL_SIZE;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WAKEUP_TARGET;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WORKER;
import static dev.latchwork.tla.proof.worker.WorkerVariables.*;

import dev.latchwork.model.Action;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.WorkerAction;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.tla.proof.worker.WorkerAbstraction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds the formulas of the worker method against the executable model, state by state and both ways: a step of the model is
 * one of its formula, which allows nothing else but what an abstraction of debts must allow; and an action that cannot
 * happen in the model has a formula that is false.
 */
final class ModelAgreement {
    /** What the sets of targets do not tell: whether a debt is left, and whether it was the debtor's last. */
    private static final Map<String, Set<Variable>> LEFT_OPEN = Map.of(
            "SubmitSetLatch", Set.of(OWED_BY_SUBMITTERS),
            "WakePeer", Set.of(OWED_BY_WORKERS, AT_WAKE_PEER, AT_REOPEN),
            "HandOver", Set.of(OWED_BY_LEAVERS, LEAVERS_OWING, LEAVERS_FREE));

    private final Protocol model;
    private final ConcreteSteps formulas;
    private final Random random;
    private final List<String> disagreements = new ArrayList<>();
    private long comparisons;

    ModelAgreement(Protocol model, ConcreteSteps formulas, Random random) {
        this.model = model;
        this.formulas = formulas;
        this.random = random;
    }

    /** What was found until now, at most the first few. */
    List<String> disagreements() {
        return disagreements;
    }

    /** How many questions were asked until now. */
    long comparisons() {
        return comparisons;
    }

    /** Compares all actions in one state. */
    void compare(ProtocolState state) {
        Map<Variable, Long> before = WorkerAbstraction.of(state);
        for (Action action : model.actions()) {
            if (action.isEnabled(state, model.variant())) {
                compareStep(state, before, action);
            } else if (isGuardTold(state, action)) {
                compareDisabled(state, before, action);
            }
        }
        compareTargets(state, before);
    }

    private void compareStep(ProtocolState state, Map<Variable, Long> before, Action action) {
        Map<Variable, Long> right = WorkerAbstraction.of(model.step(state, action));
        Set<Variable> open = LEFT_OPEN.getOrDefault(action.name(), Set.of());
        boolean found = false;
        for (Map<Variable, Long> arguments : formulas.complete(action.name(), arguments(state, action))) {
            comparisons++;
            Optional<Map<Variable, Long>> after = formulas.after(action.name(), before, arguments);
            if (after.isEmpty()) {
                report(state, action, "the formula's guard is false");
                return;
            }
            Set<Variable> different = differences(after.get(), right);
            found |= different.isEmpty();
            if (!open.containsAll(different)) {
                report(state, action, "the formula changes otherwise: " + different);
            }
            if (differences(after.get(), perturbed(right, open)).isEmpty()) {
                report(state, action, "the formula allows what the model does not");
            }
        }
        if (!found) {
            report(state, action, "the formula does not allow the model's step");
        }
    }

    private static Set<Variable> differences(Map<Variable, Long> some, Map<Variable, Long> other) {
        Set<Variable> different = new HashSet<>();
        for (Variable variable : ALL) {
            if (!variable.equals(UNDER_WAY) && !some.get(variable).equals(other.get(variable))) {
                different.add(variable);
            }
        }
        return different;
    }

    /** The state with one bit changed, in a variable that the action does not leave open. */
    private Map<Variable, Long> perturbed(Map<Variable, Long> state, Set<Variable> open) {
        List<Variable> candidates = ALL.stream()
                .filter(variable -> !variable.equals(UNDER_WAY) && !open.contains(variable))
                .toList();
        Variable changed = candidates.get(random.nextInt(candidates.size()));
        Map<Variable, Long> perturbed = new LinkedHashMap<>(state);
        perturbed.merge(changed, 1L << random.nextInt(changed.kind().bits()), (some, bit) -> some ^ bit);
        return perturbed;
    }

    /** False where the model has a budget that is used up, or asks for what the formulas abstract from. */
    private static boolean isGuardTold(ProtocolState state, Action action) {
        if (action instanceof SubmitterAction || action instanceof WorkerAction.WakePeer) {
            return false;
        }
        return !(action instanceof WorkerAction.ReopenFail
                        && state.reopenFailures() == state.bounds().maxReopenFailures())
                && !(action instanceof PoolAction.Interrupt
                        && state.interrupts() == state.bounds().maxInterrupts())
                && !(action instanceof PoolAction.Reload
                        && state.reloads() == state.bounds().maxReloads());
    }

    private void compareDisabled(ProtocolState state, Map<Variable, Long> before, Action action) {
        for (Map<Variable, Long> arguments : formulas.complete(action.name(), arguments(state, action))) {
            comparisons++;
            if (formulas.after(action.name(), before, arguments).isPresent()) {
                report(state, action, "the formula's guard is true, the model's is not");
            }
        }
    }

    /** The guards that speak of a target: somebody must owe it, and a worker that sets latches must be at WakePeer. */
    private void compareTargets(ProtocolState state, Map<Variable, Long> before) {
        for (int target = 0; target < state.bounds().workers(); target++) {
            int wanted = target;
            boolean owed =
                    IntStream.range(0, state.bounds().submitters()).anyMatch(s -> state.submitterOwed(s) == wanted);
            compareGuard(state, "SubmitSetLatch", Map.of(WAKEUP_TARGET, 1L << target), before, owed);
            boolean owedByWorker = IntStream.range(0, state.bounds().workers())
                    .anyMatch(w -> state.owed(w).anyMatch(peer -> peer == wanted));
            for (int w = 0; w < state.bounds().workers(); w++) {
                compareGuard(
                        state,
                        "WakePeer",
                        Map.of(WORKER, 1L << w, WAKEUP_TARGET, 1L << target),
                        before,
                        owedByWorker && state.point(w) == WorkerPoint.WAKE_PEER);
            }
        }
    }

    private void compareGuard(
            ProtocolState state, String word, Map<Variable, Long> given, Map<Variable, Long> before, boolean expected) {
        for (Map<Variable, Long> arguments : formulas.complete(word, given)) {
            comparisons++;
            if (formulas.after(word, before, arguments).isPresent() != expected) {
                disagreements.add(word + given + ": guard should be " + expected + " in " + state);
            }
        }
    }

    /** The arguments of the formula that the model's parameters and state give. */
    private static Map<Variable, Long> arguments(ProtocolState state, Action action) {
        Map<Variable, Long> arguments = new LinkedHashMap<>();
        if (action instanceof SubmitterAction.Submit submit) {
            arguments.put(BATCH_SIZE, (long) submit.batch().size());
        } else if (action instanceof SubmitterAction.SubmitSetLatch set) {
            arguments.put(WAKEUP_TARGET, 1L << state.submitterOwed(set.submitter()));
        } else if (action instanceof WorkerAction.WakePeer wake) {
            arguments.put(WORKER, 1L << wake.worker());
            arguments.put(WAKEUP_TARGET, 1L << state.owed(wake.worker(), 0));
        } else if (action instanceof WorkerAction worker) {
            arguments.put(WORKER, 1L << worker.worker());
        } else if (action instanceof LeaverAction.HandOver handOver) {
            arguments.put(WAKEUP_TARGET, (long) Integer.lowestOneBit(handOver.owes()));
        } else if (action instanceof PoolAction.RequestShutdown shutdown) {
            arguments.put(WORKER, 1L << shutdown.worker());
        } else if (action instanceof PoolAction.Interrupt interrupt) {
            arguments.put(WORKER, 1L << interrupt.worker());
        } else if (action instanceof PoolAction.Reload reload) {
            arguments.put(POOL_SIZE, (long) reload.poolSize());
        }
        return arguments;
    }

    private void report(ProtocolState state, Action action, String what) {
        disagreements.add(action.text() + ": " + what + " in " + state);
    }
}
