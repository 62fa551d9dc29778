package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerParameters.BATCH_SIZE;
import static dev.latchwork.tla.proof.worker.WorkerParameters.STILL_OWED;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WAKEUP_TARGET;
import static dev.latchwork.tla.proof.worker.WorkerVariables.DEPTH;
import static dev.latchwork.tla.proof.worker.WorkerVariables.IDLE;
import static dev.latchwork.tla.proof.worker.WorkerVariables.IN_USE;
import static dev.latchwork.tla.proof.worker.WorkerVariables.OWED_BY_SUBMITTERS;
import static dev.latchwork.tla.proof.worker.WorkerVariables.UNDER_WAY;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What submitters do, as formulas, however many there are: a submitter that owes nothing leaves no mark in the state, so
 * one more is always ready to submit. Immutable; confined to the thread of its {@link Terms}.
 */
final class SubmitterFormulas {
    private final Terms t;
    private final WorkerLimits limits;

    SubmitterFormulas(Terms t, WorkerLimits limits) {
        this.t = t;
        this.limits = limits;
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                new SymbolicAction("Submit", List.of(BATCH_SIZE), this::canSubmit, this::submit),
                new SymbolicAction(
                        "SubmitSetLatch",
                        List.of(WAKEUP_TARGET, STILL_OWED),
                        (before, given) -> t.meets(given.get(WAKEUP_TARGET), before.get(OWED_BY_SUBMITTERS)),
                        new Delivery(t, OWED_BY_SUBMITTERS)::after),
                // Of this state nothing changes: a leftover was never in the queue.
                new SymbolicAction(
                        "PerformSynchronously", List.of(), (before, given) -> t.always(), (before, given) -> before));
    }

    private BoolExpr canSubmit(Valuation before, Valuation given) {
        BitVecExpr size = given.get(BATCH_SIZE);
        return t.and(t.not(t.isEmpty(size)), t.isAtMost(size, t.number(limits.maxBatch())));
    }

    private Valuation submit(Valuation before, Valuation given) {
        BitVecExpr depth = before.get(DEPTH);
        BitVecExpr fitting = t.smaller(given.get(BATCH_SIZE), t.excess(t.number(limits.capacity()), depth));
        IdleChoice choice = IdleChoice.from(t, before.get(IDLE));
        for (int tries = 0; tries < limits.maxBatch(); tries++) {
            BoolExpr noLatchYet = t.not(t.meets(choice.taken(), before.get(IN_USE)));
            choice = choice.takeIf(t.and(t.isLess(t.number(tries), fitting), noLatchYet));
        }
        BitVecExpr chosen = t.both(choice.taken(), before.get(IN_USE));
        return before.with(DEPTH, t.plus(depth, fitting))
                .with(IDLE, choice.idle())
                .with(OWED_BY_SUBMITTERS, t.union(before.get(OWED_BY_SUBMITTERS), chosen))
                .with(UNDER_WAY, t.union(before.get(UNDER_WAY), choice.taken()));
    }
}
