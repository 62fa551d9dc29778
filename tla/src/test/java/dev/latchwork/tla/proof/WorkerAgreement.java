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
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import dev.latchwork.model.WorkerAction;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.tla.proof.worker.WorkerAbstraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds the formulas of the worker method against the executable model, state by state and both ways: a step of the model is
 * one of its formula, which allows nothing else but what an abstraction of debts must allow; and an action that cannot
 * happen in the model has a formula that is false.
 */
final class WorkerAgreement {
    /** What the sets of targets do not tell: whether a debt is left, and whether it was the debtor's last. */
    private static final Map<String, Set<Variable>> LEFT_OPEN = Map.of(
            "SubmitSetLatch", Set.of(OWED_BY_SUBMITTERS),
            "WakePeer", Set.of(OWED_BY_WORKERS, AT_WAKE_PEER, AT_REOPEN),
            "HandOver", Set.of(OWED_BY_LEAVERS, LEAVERS_OWING, LEAVERS_FREE));

    private final Protocol model;
    private final StepAgreement agreement;

    WorkerAgreement(Protocol model, ConcreteSteps formulas, Random random) {
        this.model = model;
        this.agreement = new StepAgreement(formulas, compared(model.variant()), LEFT_OPEN, random);
    }

    /** The model keeps who is under way only where somebody reads it. */
    private static List<Variable> compared(Variant variant) {
        return variant.wakeup().accounting() == Wakeups.EXACT
                ? ALL
                : ALL.stream().filter(variable -> !variable.equals(UNDER_WAY)).toList();
    }

    /** What was found. */
    StepAgreement agreement() {
        return agreement;
    }

    /** Compares all actions in one state. */
    void compare(ProtocolState state) {
        Map<Variable, Long> before = WorkerAbstraction.of(state);
        for (Action action : model.actions()) {
            if (action.isEnabled(state, model.variant())) {
                agreement.compareStep(
                        state,
                        action.name(),
                        before,
                        arguments(state, action),
                        WorkerAbstraction.of(model.step(state, action)));
            } else if (isGuardTold(state, action)) {
                agreement.compareGuard(state, action.name(), before, arguments(state, action), false);
            }
        }
        compareTargets(state, before);
    }

    /** False where the model has a budget that is used up, or asks for what the formulas abstract from. */
    private static boolean isGuardTold(ProtocolState state, Action action) {
        if (action instanceof SubmitterAction
                || action instanceof WorkerAction.WakePeer
                || action instanceof LeaverAction.HandOver) {
            return false;
        }
        return !(action instanceof WorkerAction.ReopenFail
                        && state.reopenFailures() == state.bounds().maxReopenFailures())
                && !(action instanceof PoolAction.Interrupt
                        && state.interrupts() == state.bounds().maxInterrupts())
                && !(action instanceof PoolAction.Reload
                        && state.reloads() == state.bounds().maxReloads());
    }

    /** The guards that speak of a target: somebody must owe it, and a worker that sets latches must be at WakePeer. */
    private void compareTargets(ProtocolState state, Map<Variable, Long> before) {
        for (int target = 0; target < state.bounds().workers(); target++) {
            int wanted = target;
            boolean owed =
                    IntStream.range(0, state.bounds().submitters()).anyMatch(s -> state.submitterOwed(s) == wanted);
            agreement.compareGuard(state, "SubmitSetLatch", before, Map.of(WAKEUP_TARGET, 1L << target), owed);
            boolean owedByLeaver = (state.owedByLeavers() & (1 << target)) != 0;
            agreement.compareGuard(state, "HandOver", before, Map.of(WAKEUP_TARGET, 1L << target), owedByLeaver);
            boolean owedByWorker = IntStream.range(0, state.bounds().workers())
                    .anyMatch(w -> state.owed(w).anyMatch(peer -> peer == wanted));
            for (int w = 0; w < state.bounds().workers(); w++) {
                agreement.compareGuard(
                        state,
                        "WakePeer",
                        before,
                        Map.of(WORKER, 1L << w, WAKEUP_TARGET, 1L << target),
                        owedByWorker && state.point(w) == WorkerPoint.WAKE_PEER);
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
}
