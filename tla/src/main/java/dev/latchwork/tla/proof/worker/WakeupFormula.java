package dev.latchwork.tla.proof.worker;

import com.microsoft.z3.BitVecExpr;
import dev.latchwork.tla.proof.Terms;

/** How many peers a worker that consumed wants to wake, as a formula. Pure. */
@FunctionalInterface
public interface WakeupFormula {
    /** How many peers a worker wakes at most. */
    int FAN_OUT = 2;

    /** The patch's policy: as many as there are I/Os left, at most {@value #FAN_OUT}. */
    WakeupFormula FAN_OUT_POLICY = (t, depth, underWay) -> t.smaller(depth, t.number(FAN_OUT));

    /** The policy {@code exact}: the same, less the wakeups under way. */
    WakeupFormula EXACT_POLICY =
            (t, depth, underWay) -> t.smaller(t.excess(depth, t.size(underWay)), t.number(FAN_OUT));

    /**
     * Peers to choose, 0 to {@value #FAN_OUT}.
     *
     * @param depth I/Os left in the queue
     * @param underWay workers that were chosen and have not looked at the queue since
     */
    BitVecExpr peers(Terms t, BitVecExpr depth, BitVecExpr underWay);
}
