package dev.latchwork.tla.proof.mutants;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Kind;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;

/** Mistakes of who completes and who waits. Stateless. */
public final class CompletionFaults {
    private CompletionFaults() {}

    /** M60: a session sleeps once it has enlisted, without a look at the state. */
    public static Valuation sleepUnchecked(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(AT_LOAD_STATE, before.get(AT_LOAD_STATE))
                .with(AT_AWAIT, t.union(before.get(AT_AWAIT), given.get(SESSION)));
    }

    /** M62: a broadcast forgets one of those that wait. */
    public static Valuation forgetOne(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr waiting = before.get(WAITING);
        return right.with(TO_UNLINK, t.without(waiting, t.lowest(waiting)));
    }

    /** M65: the result that was read is kept, whichever use it is of. */
    public static Valuation confirmNothing(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(GOT_OK, before.get(GOT_OK)).with(GOT_ENOENT, before.get(GOT_ENOENT));
    }

    /** M64: whoever has waited reclaims, the owner or not. */
    public static Valuation everybodyReclaims(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr waited = t.both(right.get(AT_READ_RESULT), given.get(SESSION));
        return right.with(AT_READ_RESULT, t.without(right.get(AT_READ_RESULT), waited))
                .with(AT_RECLAIM, t.union(right.get(AT_RECLAIM), waited));
    }

    /**
     * M66: the handle is COMPLETED_SHARED before it has its result. Each step is looked at from a state in which all was
     * right before, so the result that is not there yet is one that is taken away here.
     */
    public static Valuation shareBeforeResult(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(RESULT, t.number(NONE));
    }

    /** M67: the generation is not compared. */
    public static Valuation compareNoGeneration(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr wrong = t.without(given.get(SESSION), before.get(SEEN));
        BitVecExpr sleeps = t.both(wrong, before.get(PREPARED));
        BitVecExpr prepares = t.without(wrong, before.get(PREPARED));
        Valuation faulty = right.with(AT_AWAIT, t.union(right.get(AT_AWAIT), sleeps))
                .with(AT_PREPARE_TO_SLEEP, t.union(right.get(AT_PREPARE_TO_SLEEP), prepares));
        for (Variable set : List.of(AT_CANCEL_SLEEP, AT_READ_RESULT, AT_RECLAIM)) {
            faulty = faulty.with(set, t.without(right.get(set), wrong));
        }
        return faulty;
    }

    /** M69: a handle that another executor has completed is completed again. */
    public static BoolExpr takeTwice(Terms t, Valuation before, Valuation given, BoolExpr right) {
        return t.or(
                right, t.and(t.isEmpty(before.get(ENDING)), t.areEqual(before.get(STATE), t.number(COMPLETED_SHARED))));
    }

    /** A generation of one bit: 1 and 2. */
    public static Valuation wrapGeneration(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(GENERATION, t.minus(t.value(Kind.GENERATION, 3), before.get(GENERATION)));
    }

    /** M88: who completes an I/O forgets the broadcast. */
    public static Valuation forgetBroadcast(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(BROADCAST_DUE, before.get(BROADCAST_DUE));
    }

    /** M63: the use of a handle ends without another generation. */
    public static Valuation keepGeneration(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(GENERATION, before.get(GENERATION));
    }
}
