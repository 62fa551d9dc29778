package dev.latchwork.tla.proof.ring;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;

/** How the ends of the ring move, as terms: the seams of the shipped queue that a mutant may replace. Pure. */
public interface RingIndexes {
    /** The patch's, with its mask. */
    RingIndexes REFERENCE = new RingIndexes() {};

    /** The head after an insert. */
    default BitVecExpr advanceHead(Terms t, BitVecExpr index) {
        return t.masked(t.increment(index), t.number(RingVariables.SIZE - 1));
    }

    /** The tail after a consume. */
    default BitVecExpr advanceTail(Terms t, BitVecExpr index) {
        return t.masked(t.increment(index), t.number(RingVariables.SIZE - 1));
    }

    /** Whether an insert that would move the head to {@code newHead} finds no room. */
    default BoolExpr isFull(Terms t, BitVecExpr newHead, BitVecExpr tail) {
        return t.areEqual(newHead, tail);
    }
}
