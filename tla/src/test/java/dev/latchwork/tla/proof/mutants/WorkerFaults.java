package dev.latchwork.tla.proof.mutants;

import static dev.latchwork.tla.proof.worker.WorkerParameters.BATCH_SIZE;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WORKER;
import static dev.latchwork.tla.proof.worker.WorkerVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;

/** Mistakes in the worker method. Stateless. */
public final class WorkerFaults {
    private WorkerFaults() {}

    private static Valuation undo(Valuation before, Valuation right, List<Variable> variables) {
        Valuation faulty = right;
        for (Variable variable : variables) {
            faulty = faulty.with(variable, before.get(variable));
        }
        return faulty;
    }

    /** Fault A: an exiting worker leaves its idle bit set. */
    public static Valuation keepIdleOnExit(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(IDLE, t.union(right.get(IDLE), t.both(before.get(IDLE), given.get(WORKER))));
    }

    /** Fault B: a worker that leaves takes the wakeup with it. */
    public static Valuation handOverToNobody(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr w = given.get(WORKER);
        return undo(before, right, List.of(OWED_BY_LEAVERS, LEAVERS_OWING, NULL_LATCH_OWED))
                .with(IDLE, t.without(before.get(IDLE), w))
                .with(UNDER_WAY, t.without(before.get(UNDER_WAY), w))
                .with(LEAVERS_FREE, t.increment(before.get(LEAVERS_FREE)));
    }

    /** M03: the queue takes what does not fit. */
    public static Valuation insertAll(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(DEPTH, t.plus(before.get(DEPTH), given.get(BATCH_SIZE)));
    }

    /** M05: a worker that consumed wakes no peer. */
    public static Valuation wakeNoPeer(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr w = given.get(WORKER);
        return undo(before, right, List.of(OWED_BY_WORKERS, NULL_LATCH_OWED, AT_WAKE_PEER))
                .with(IDLE, t.without(before.get(IDLE), w))
                .with(UNDER_WAY, t.without(before.get(UNDER_WAY), w))
                .with(AT_REOPEN, t.union(before.get(AT_REOPEN), w));
    }

    /** M12, first part: a worker that found the queue empty goes on to reset its latch. */
    public static Valuation markThenReset(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(AT_AWAIT, before.get(AT_AWAIT))
                .with(AT_RESET_LATCH, t.union(before.get(AT_RESET_LATCH), given.get(WORKER)));
    }

    /** M12, where it is: a worker that has reset its latch waits, without another look. */
    public static Valuation resetThenWait(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(AT_CHECK_INTERRUPTS, before.get(AT_CHECK_INTERRUPTS))
                .with(AT_AWAIT, t.union(before.get(AT_AWAIT), given.get(WORKER)));
    }

    /** M12, last part: a worker that has waited looks. */
    public static Valuation waitThenLook(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(AT_RESET_LATCH, before.get(AT_RESET_LATCH))
                .with(AT_CHECK_INTERRUPTS, t.union(before.get(AT_CHECK_INTERRUPTS), given.get(WORKER)));
    }

    /** M32: a worker that consumed wakes one peer instead of two. */
    public static Valuation wakeOnePeer(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr idle = t.without(before.get(IDLE), given.get(WORKER));
        BitVecExpr second = t.without(t.without(idle, right.get(IDLE)), t.lowest(idle));
        BitVecExpr newlyOwed = t.without(second, before.get(OWED_BY_WORKERS));
        BitVecExpr newlyUnderWay = t.without(second, before.get(UNDER_WAY));
        return right.with(IDLE, t.union(right.get(IDLE), second))
                .with(OWED_BY_WORKERS, t.without(right.get(OWED_BY_WORKERS), newlyOwed))
                .with(UNDER_WAY, t.without(right.get(UNDER_WAY), newlyUnderWay));
    }

    /** M40: a submitter wakes nobody. */
    public static Valuation submitInSilence(Terms t, Valuation before, Valuation given, Valuation right) {
        return undo(before, right, List.of(IDLE, OWED_BY_SUBMITTERS, UNDER_WAY));
    }

    /** M42: a worker that consumed keeps its idle bit. */
    public static Valuation busyStaysIdle(Terms t, Valuation before, Valuation given, Valuation right) {
        return keepIdleOnExit(t, before, given, right);
    }

    /** M58, M59, M82: a worker that found nothing, left or consumed stays marked as under way. */
    public static Valuation staysUnderWay(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr own = t.both(before.get(UNDER_WAY), given.get(WORKER));
        return right.with(UNDER_WAY, t.union(right.get(UNDER_WAY), own));
    }

    /** M84: a worker that leaves clears its own idle bit after the choice, so that it may hand over to itself. */
    public static Valuation handOverToOneself(Terms t, Valuation before, Valuation given, Valuation right) {
        BitVecExpr lowest = t.lowest(before.get(IDLE));
        BoolExpr choosesItself = t.and(t.not(t.isEmpty(before.get(DEPTH))), t.areEqual(lowest, given.get(WORKER)));
        BitVecExpr othersIdle = t.without(before.get(IDLE), given.get(WORKER));
        BitVecExpr othersUnderWay = t.without(before.get(UNDER_WAY), given.get(WORKER));
        return right.with(IDLE, t.choose(choosesItself, othersIdle, right.get(IDLE)))
                .with(UNDER_WAY, t.choose(choosesItself, othersUnderWay, right.get(UNDER_WAY)))
                .with(OWED_BY_LEAVERS, t.choose(choosesItself, before.get(OWED_BY_LEAVERS), right.get(OWED_BY_LEAVERS)))
                .with(NULL_LATCH_OWED, t.flag(t.or(choosesItself, t.isTrue(right.get(NULL_LATCH_OWED)))));
    }

    /** M44: a worker that found the queue empty waits without its idle bit. */
    public static Valuation sleepUnmarked(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(IDLE, before.get(IDLE));
    }

    /** A worker that registers is still counted as starting. */
    public static Valuation stayStarting(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(STARTING, before.get(STARTING));
    }
}
