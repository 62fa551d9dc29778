package dev.latchwork.tla.proof.worker;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;

/**
 * What one critical section takes out of the idle set, lowest worker first, as terms. Immutable.
 *
 * @param t the vocabulary
 * @param idle what is left of the set
 * @param taken what was taken, workers and slots without one
 */
record IdleChoice(Terms t, BitVecExpr idle, BitVecExpr taken) {

    static IdleChoice from(Terms t, BitVecExpr idle) {
        return new IdleChoice(t, idle, t.nobody());
    }

    /** One worker more, if the condition holds and the set is not empty. */
    IdleChoice takeIf(BoolExpr condition) {
        BitVecExpr next = t.onlyIf(condition, t.lowest(idle));
        return new IdleChoice(t, t.without(idle, next), t.union(taken, next));
    }
}
