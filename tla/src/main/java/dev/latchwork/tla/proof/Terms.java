package dev.latchwork.tla.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The vocabulary in which the formulas are written: sets of workers, numbers and truth values over Z3's bit vectors.
 * Confined to one thread, as Z3's context is; what it made is of no use after {@link #close}.
 */
public final class Terms implements AutoCloseable {
    private final Context z3 = new Context();

    Context z3() {
        return z3;
    }

    @Override
    public void close() {
        z3.close();
    }

    // ---- values ----

    /** The value {@code value} of the kind. */
    public BitVecExpr value(Kind kind, long value) {
        return z3.mkBV(value, kind.bits());
    }

    /** A value of which nothing is known, told apart from others by its name. */
    BitVecExpr unknown(Kind kind, String name) {
        return z3.mkBVConst(name, kind.bits());
    }

    /** The number {@code value}. */
    public BitVecExpr number(long value) {
        return value(Kind.NUMBER, value);
    }

    // ---- sets of workers ----

    /** No worker. */
    public BitVecExpr nobody() {
        return value(Kind.WORKERS, 0);
    }

    /** All workers in any of the sets. */
    public BitVecExpr union(BitVecExpr first, BitVecExpr... more) {
        return Arrays.stream(more).reduce(first, z3::mkBVOR);
    }

    /** All workers in each of the two sets. */
    public BitVecExpr both(BitVecExpr first, BitVecExpr second) {
        return z3.mkBVAND(first, second);
    }

    /** The workers of {@code set} that are not in {@code others}. */
    public BitVecExpr without(BitVecExpr set, BitVecExpr others) {
        return z3.mkBVAND(set, z3.mkBVNot(others));
    }

    /** All slots that are not in {@code set}. */
    public BitVecExpr complement(BitVecExpr set) {
        return z3.mkBVNot(set);
    }

    /** The lowest worker of {@code set}, as a set; nobody if the set is empty. */
    public BitVecExpr lowest(BitVecExpr set) {
        return z3.mkBVAND(set, z3.mkBVNeg(set));
    }

    /** Whether the set, or the number, is empty or zero. */
    public BoolExpr isEmpty(BitVecExpr set) {
        return z3.mkEq(set, z3.mkBV(0, set.getSortSize()));
    }

    /** Whether every worker of {@code set} is in {@code other}. */
    public BoolExpr isSubset(BitVecExpr set, BitVecExpr other) {
        return isEmpty(without(set, other));
    }

    /** Whether the two sets have a worker in common; for one worker, whether it is in the set. */
    public BoolExpr meets(BitVecExpr set, BitVecExpr other) {
        return not(isEmpty(both(set, other)));
    }

    /** Whether there is exactly one bit in {@code bits}. */
    public BoolExpr isSingle(BitVecExpr bits) {
        BitVecExpr one = z3.mkBV(1, bits.getSortSize());
        return and(not(isEmpty(bits)), isEmpty(z3.mkBVAND(bits, z3.mkBVSub(bits, one))));
    }

    /** How many workers are in {@code set}, as a number: sums of neighbouring bits, then of pairs, each a bit wider. */
    public BitVecExpr size(BitVecExpr set) {
        List<BitVecExpr> sums = new ArrayList<>();
        for (int bit = 0; bit < set.getSortSize(); bit++) {
            sums.add(z3.mkExtract(bit, bit, set));
        }
        while (sums.size() > 1) {
            List<BitVecExpr> pairs = new ArrayList<>();
            for (int at = 0; at < sums.size(); at += 2) {
                pairs.add(z3.mkBVAdd(z3.mkZeroExt(1, sums.get(at)), z3.mkZeroExt(1, sums.get(at + 1))));
            }
            sums = pairs;
        }
        BitVecExpr sum = sums.get(0);
        return z3.mkZeroExt(Kind.NUMBER.bits() - sum.getSortSize(), sum);
    }

    // ---- numbers ----

    /** The sum, which wraps. */
    public BitVecExpr plus(BitVecExpr first, BitVecExpr second) {
        return z3.mkBVAdd(first, second);
    }

    /** One more. */
    public BitVecExpr increment(BitVecExpr number) {
        return z3.mkBVAdd(number, z3.mkBV(1, number.getSortSize()));
    }

    /** The difference, which wraps. */
    public BitVecExpr minus(BitVecExpr first, BitVecExpr second) {
        return z3.mkBVSub(first, second);
    }

    /** One less. */
    public BitVecExpr decrement(BitVecExpr number) {
        return z3.mkBVSub(number, z3.mkBV(1, number.getSortSize()));
    }

    /** The bits that both have. */
    public BitVecExpr masked(BitVecExpr number, BitVecExpr mask) {
        return z3.mkBVAND(number, mask);
    }

    /** Whether {@code first < second}, both without sign. */
    public BoolExpr isLess(BitVecExpr first, BitVecExpr second) {
        return z3.mkBVULT(first, second);
    }

    /** Whether {@code first <= second}, both without sign. */
    public BoolExpr isAtMost(BitVecExpr first, BitVecExpr second) {
        return z3.mkBVULE(first, second);
    }

    /** The smaller of the two. */
    public BitVecExpr smaller(BitVecExpr first, BitVecExpr second) {
        return choose(isAtMost(first, second), first, second);
    }

    /** {@code number - deducted}, or 0 if that is negative. */
    public BitVecExpr excess(BitVecExpr number, BitVecExpr deducted) {
        return choose(isLess(deducted, number), minus(number, deducted), number(0));
    }

    /** Bits side by side, the first the lowest. */
    public BitVecExpr sideBySide(Collection<BoolExpr> bits) {
        return bits.stream()
                .map(this::flag)
                .reduce((low, high) -> z3.mkConcat(high, low))
                .orElseThrow();
    }

    // ---- truth ----

    /** Whether a flag is set. */
    public BoolExpr isTrue(BitVecExpr flag) {
        return z3.mkEq(flag, value(Kind.FLAG, 1));
    }

    /** The flag that says whether {@code condition} is true. */
    public BitVecExpr flag(BoolExpr condition) {
        return choose(condition, value(Kind.FLAG, 1), value(Kind.FLAG, 0));
    }

    /** True. */
    public BoolExpr always() {
        return z3.mkTrue();
    }

    /** All of them. */
    public BoolExpr and(BoolExpr... conditions) {
        return z3.mkAnd(conditions);
    }

    /** One of them at least. */
    public BoolExpr or(BoolExpr... conditions) {
        return z3.mkOr(conditions);
    }

    /** All of them. */
    public BoolExpr allOf(Collection<BoolExpr> conditions) {
        return z3.mkAnd(conditions.toArray(BoolExpr[]::new));
    }

    /** One of them at least. */
    public BoolExpr anyOf(Collection<BoolExpr> conditions) {
        return z3.mkOr(conditions.toArray(BoolExpr[]::new));
    }

    /** The opposite. */
    public BoolExpr not(BoolExpr condition) {
        return z3.mkNot(condition);
    }

    /** The first only if the second. */
    public BoolExpr implies(BoolExpr condition, BoolExpr consequence) {
        return z3.mkImplies(condition, consequence);
    }

    /** Whether both have the same value. */
    public BoolExpr areEqual(BitVecExpr first, BitVecExpr second) {
        return z3.mkEq(first, second);
    }

    /** One term or the other. */
    public BitVecExpr choose(BoolExpr condition, BitVecExpr ifTrue, BitVecExpr ifFalse) {
        Expr<BitVecSort> chosen = z3.mkITE(condition, ifTrue, ifFalse);
        return (BitVecExpr) chosen;
    }

    /** {@code set} if the condition holds, else nobody. */
    public BitVecExpr onlyIf(BoolExpr condition, BitVecExpr set) {
        return choose(condition, set, z3.mkBV(0, set.getSortSize()));
    }
}
