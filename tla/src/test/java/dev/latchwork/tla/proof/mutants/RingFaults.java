package dev.latchwork.tla.proof.mutants;

import static dev.latchwork.tla.proof.ring.RingVariables.IN_HAND;
import static dev.latchwork.tla.proof.ring.RingVariables.IN_LEFTOVER;
import static dev.latchwork.tla.proof.ring.RingVariables.IS_I;
import static dev.latchwork.tla.proof.ring.RingVariables.SIZE;
import static dev.latchwork.tla.proof.ring.RingVariables.WORKER;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.ring.RingIndexes;

/** Mistakes in the ring, and in what is done with an I/O. Stateless. */
public final class RingFaults {
    /** M03: the full test is never true. */
    public static final RingIndexes NEVER_FULL = new RingIndexes() {
        @Override
        public BoolExpr isFull(Terms t, BitVecExpr newHead, BitVecExpr tail) {
            return t.not(t.always());
        }
    };

    /** M06: consume does not advance the tail when it wraps. */
    public static final RingIndexes STUCK_AT_THE_END = new RingIndexes() {
        @Override
        public BitVecExpr advanceTail(Terms t, BitVecExpr index) {
            return t.smaller(t.increment(index), t.number(SIZE - 1));
        }
    };

    private RingFaults() {}

    /** seed-C: an interrupt between consume and completion ends the worker with the I/O in hand. */
    public static Valuation leaveWithIoInHand(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(IN_HAND, t.without(right.get(IN_HAND), given.get(WORKER)));
    }

    /** M86: an I/O that was inserted is left over as well. */
    public static Valuation insertAndLeaveOver(Terms t, Valuation before, Valuation given, Valuation right) {
        BoolExpr observed = t.isTrue(given.get(IS_I));
        return right.with(
                IN_LEFTOVER, t.choose(observed, t.increment(before.get(IN_LEFTOVER)), before.get(IN_LEFTOVER)));
    }
}
