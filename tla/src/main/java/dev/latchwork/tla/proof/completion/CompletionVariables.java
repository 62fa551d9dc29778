package dev.latchwork.tla.proof.completion;

import dev.latchwork.tla.proof.Kind;
import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** One handle, and 32 sessions that may wait for it. Sets of sessions have the form of sets of workers. Stateless. */
public final class CompletionVariables {
    /** The handle's state, by its place in the life cycle: 0 is IDLE, 7 is COMPLETED_LOCAL. */
    public static final Variable STATE = new Variable("state", Kind.HANDLE_STATE);

    public static final int IDLE = 0;
    public static final int HANDED_OUT = 1;
    public static final int DEFINED = 2;
    public static final int STAGED = 3;
    public static final int SUBMITTED = 4;
    public static final int COMPLETED_IO = 5;
    public static final int COMPLETED_SHARED = 6;
    public static final int COMPLETED_LOCAL = 7;

    /** How far the owner is in ending the use: 0 not begun, 1 at NextGeneration, 2 at Recycle. */
    public static final Variable ENDING = Variable.number("ending");

    public static final Variable GENERATION = Variable.generation("generation");

    /** What the I/O of this use ended with: 0 none, 1 Ok, 2 Enoent. */
    public static final Variable RESULT = new Variable("result", Kind.OUTCOME);

    public static final int NONE = 0;
    public static final int OK = 1;
    public static final int ENOENT = 2;

    /** The session that owns the handle. */
    public static final Variable OWNER = Variable.worker("Owner(h)");

    /** A session of which nothing is known, always the same: the generation of its reference is a number here. */
    public static final Variable OBSERVED = Variable.worker("i");
    /** The generation of the reference that {@code i} waits for, 0 if it does not wait for the handle. */
    public static final Variable AWAITED_GENERATION = Variable.generation("awaitedGeneration[i]");
    /** Sessions whose reference has the handle's generation. */
    public static final Variable CURRENT = Variable.workers("awaitedGeneration = generation");

    /** Sessions on the condition variable of the handle. */
    public static final Variable WAITING = Variable.workers("waiting");
    /** Sessions on it that a broadcast under way will unlink. */
    public static final Variable TO_UNLINK = Variable.workers("remaining");
    /** Sessions that a broadcast has unlinked and not woken. */
    public static final Variable WAKING = Variable.workers("waking");
    /** Whether somebody has made the handle COMPLETED_SHARED and not begun to broadcast. */
    public static final Variable BROADCAST_DUE = Variable.flag("executorPoint = Broadcast");

    public static final Variable LATCH = Variable.workers("latch");
    public static final Variable PREPARED = Variable.workers("prepared");
    public static final Variable SEEN = Variable.workers("seen");
    /** Sessions whose {@code got} is Ok. */
    public static final Variable GOT_OK = Variable.workers("got = Ok");
    /** Sessions whose {@code got} is Enoent. */
    public static final Variable GOT_ENOENT = Variable.workers("got = Enoent");

    /** History: what the current or last use ended with, coded as {@link #RESULT} is. */
    public static final Variable OUTCOME = new Variable("h_outcome of this use", Kind.OUTCOME);
    /** History: sessions that wait for the current or last use, by the count of uses and not by a generation. */
    public static final Variable AWAITS_THIS_USE = Variable.workers("h_awaited = this use");
    /** History: sessions that wait for a use that ended with Ok. */
    public static final Variable ENDED_OK = Variable.workers("h_outcome of the awaited use = Ok");
    /** History: sessions that wait for a use that ended with Enoent. */
    public static final Variable ENDED_ENOENT = Variable.workers("h_outcome of the awaited use = Enoent");

    /** The sessions whose {@code sessionPoint} is this; likewise the others. A session at none of them does not wait. */
    public static final Variable AT_LOAD_STATE = at("LoadState");

    public static final Variable AT_LOAD_GENERATION = at("LoadGeneration");
    public static final Variable AT_PREPARE_TO_SLEEP = at("PrepareToSleep");
    public static final Variable AT_AWAIT = at("Await");
    public static final Variable AT_RESET_LATCH = at("ResetLatch");
    public static final Variable AT_ENLIST_AGAIN = at("EnlistAgain");
    public static final Variable AT_CANCEL_SLEEP = at("CancelSleep");
    public static final Variable AT_READ_RESULT = at("ReadResult");
    public static final Variable AT_CONFIRM_GENERATION = at("ConfirmGeneration");
    public static final Variable AT_RECLAIM = at("Reclaim");
    /** An owner that has waited and ends the use: which of the two it is at, {@link #ENDING} tells. */
    public static final Variable AT_ENDING = at("NextGeneration or Recycle");

    public static final Variable AT_RETURN = at("Return");

    /** Where a session is that knows its use to be over, and is on no condition variable. */
    public static final List<Variable> POINTS_AFTER_WAIT =
            List.of(AT_READ_RESULT, AT_CONFIRM_GENERATION, AT_RECLAIM, AT_ENDING, AT_RETURN);

    /** All program points of a session that waits. */
    public static final List<Variable> POINTS = Stream.concat(
                    Stream.of(
                            AT_LOAD_STATE,
                            AT_LOAD_GENERATION,
                            AT_PREPARE_TO_SLEEP,
                            AT_AWAIT,
                            AT_RESET_LATCH,
                            AT_ENLIST_AGAIN,
                            AT_CANCEL_SLEEP),
                    POINTS_AFTER_WAIT.stream())
            .toList();

    /** All of them. */
    public static final List<Variable> ALL = Stream.of(
                    Stream.of(STATE, ENDING, GENERATION, RESULT, OWNER),
                    Stream.of(OBSERVED, AWAITED_GENERATION, CURRENT),
                    Stream.of(WAITING, TO_UNLINK, WAKING, BROADCAST_DUE, LATCH, PREPARED, SEEN, GOT_OK, GOT_ENOENT),
                    Stream.of(OUTCOME, AWAITS_THIS_USE, ENDED_OK, ENDED_ENOENT),
                    POINTS.stream())
            .flatMap(variables -> variables)
            .toList();

    /** The session that takes the step, or that is woken. */
    public static final Variable SESSION = Variable.worker("s");
    /** Whether another broadcast has still to begin, or to wake the same session, which sets do not tell. */
    public static final Variable ANOTHER_TOO = Variable.flag("another too");
    /** Listed sessions that a broadcast's count covers from now on, because the list in front of them became shorter. */
    public static final Variable COVERED_TOO = Variable.workers("covered too");

    private CompletionVariables() {}

    private static Variable at(String point) {
        return Variable.workers("at " + point);
    }
}
