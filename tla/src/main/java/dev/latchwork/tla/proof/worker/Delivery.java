package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerParameters.STILL_OWED;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WAKEUP_TARGET;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LATCH;

import com.microsoft.z3.BitVecExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;

/**
 * The step that an owed wakeup ends in: the latch is set, and the target is owed no longer, unless another debtor of the
 * same kind owes it too. Immutable.
 *
 * @param t the vocabulary
 * @param owed whom debtors of this kind owe a wakeup
 */
record Delivery(Terms t, Variable owed) {

    Valuation after(Valuation before, Valuation given) {
        BitVecExpr target = given.get(WAKEUP_TARGET);
        BitVecExpr settled = t.onlyIf(t.not(t.isTrue(given.get(STILL_OWED))), target);
        return before.with(LATCH, t.union(before.get(LATCH), target)).with(owed, t.without(before.get(owed), settled));
    }
}
