package dev.latchwork.tla.proof.mutants;

import static dev.latchwork.tla.proof.ring.RingVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
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

    /** M70: the full test is one slot too early. */
    public static final RingIndexes FULL_TOO_EARLY = new RingIndexes() {
        @Override
        public BoolExpr isFull(Terms t, BitVecExpr newHead, BitVecExpr tail) {
            return t.or(t.areEqual(newHead, tail), t.areEqual(advanceHead(t, newHead), tail));
        }
    };

    /** M71: the mask is missing. */
    public static final RingIndexes UNMASKED = new RingIndexes() {
        @Override
        public BitVecExpr advanceHead(Terms t, BitVecExpr index) {
            return t.increment(index);
        }

        @Override
        public BitVecExpr advanceTail(Terms t, BitVecExpr index) {
            return t.increment(index);
        }
    };

    /** M74: the indexes wrap at the capacity instead of the size. */
    public static final RingIndexes WRAP_TOO_EARLY = new RingIndexes() {
        @Override
        public BitVecExpr advanceHead(Terms t, BitVecExpr index) {
            return t.choose(
                    t.isLess(index, t.number(SIZE - 2)),
                    t.increment(index),
                    t.minus(t.increment(index), t.number(SIZE - 1)));
        }

        @Override
        public BitVecExpr advanceTail(Terms t, BitVecExpr index) {
            return advanceHead(t, index);
        }
    };

    private RingFaults() {}

    /** M72: consume takes the youngest, from the head. */
    public static Valuation consumeYoungest(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr last = t.masked(t.decrement(before.get(HEAD)), t.number(SIZE - 1));
        BitVecExpr youngest = before.get(IOS.get(0));
        for (int slot = 1; slot < SIZE; slot++) {
            youngest = t.choose(t.areEqual(last, t.number(slot)), before.get(IOS.get(slot)), youngest);
        }
        BoolExpr observed = t.isTrue(youngest);
        return right.with(TAIL, before.get(TAIL))
                .with(HEAD, last)
                .with(IN_HAND, t.union(before.get(IN_HAND), t.onlyIf(observed, given.get(WORKER))))
                .with(IN_RING, t.flag(t.and(t.not(observed), t.isTrue(before.get(IN_RING)))));
    }

    /** M73: the head moves before the test for room, so that it moves for an I/O that is left over. */
    public static Valuation moveThenTest(Terms t, Valuation before, Valuation given, Valuation right) {
        Valuation faulty = right.with(HEAD, RingIndexes.REFERENCE.advanceHead(t, before.get(HEAD)));
        for (int slot = 0; slot < SIZE; slot++) {
            BoolExpr here = t.areEqual(before.get(HEAD), t.number(slot));
            Variable content = IOS.get(slot);
            faulty = faulty.with(content, t.choose(here, given.get(IS_I), before.get(content)));
        }
        return faulty;
    }

    /** seed-C: an interrupt between consume and completion ends the worker with the I/O in hand. */
    public static Valuation leaveWithIoInHand(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(IN_HAND, t.without(right.get(IN_HAND), given.get(WORKER)));
    }

    /** M57: a worker has the I/O that it completed still in hand, and completes it again when it fails afterwards. */
    public static Valuation keepCompletedInHand(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(IN_HAND, before.get(IN_HAND));
    }

    /** M86: an I/O that was inserted is left over as well. */
    public static Valuation insertAndLeaveOver(Terms t, Valuation before, Valuation given, Valuation right) {
        BoolExpr observed = t.isTrue(given.get(IS_I));
        return right.with(
                IN_LEFTOVER, t.choose(observed, t.increment(before.get(IN_LEFTOVER)), before.get(IN_LEFTOVER)));
    }
}
