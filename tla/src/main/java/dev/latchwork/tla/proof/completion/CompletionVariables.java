package dev.latchwork.tla.proof.completion;

import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** One handle, and 32 sessions that may wait for it. Sets of sessions have the form of sets of workers. Stateless. */
public final class CompletionVariables {
    /** The handle's state, by its place in the life cycle: 0 is IDLE, 7 is COMPLETED_LOCAL. */
    public static final Variable STATE = Variable.number("state");

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

    /** Sessions whose reference has the handle's generation. A generation is never used twice, so none comes back. */
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

    /** The sessions whose {@code sessionPoint} is this; likewise the next seven. A session at none of them does not wait. */
    public static final Variable AT_LOAD_STATE = at("LoadState");

    public static final Variable AT_LOAD_GENERATION = at("LoadGeneration");
    public static final Variable AT_PREPARE_TO_SLEEP = at("PrepareToSleep");
    public static final Variable AT_AWAIT = at("Await");
    public static final Variable AT_RESET_LATCH = at("ResetLatch");
    public static final Variable AT_ENLIST_AGAIN = at("EnlistAgain");
    public static final Variable AT_CANCEL_SLEEP = at("CancelSleep");
    /** At ReadResult, ConfirmGeneration, Return, or at Reclaim on the way there: the wait is over. */
    public static final Variable AT_RETURN = at("Return");

    /** All program points of a session that waits. */
    public static final List<Variable> POINTS = List.of(
            AT_LOAD_STATE,
            AT_LOAD_GENERATION,
            AT_PREPARE_TO_SLEEP,
            AT_AWAIT,
            AT_RESET_LATCH,
            AT_ENLIST_AGAIN,
            AT_CANCEL_SLEEP,
            AT_RETURN);

    /** All of them. */
    public static final List<Variable> ALL = Stream.concat(
                    Stream.of(STATE, ENDING, CURRENT, WAITING, TO_UNLINK, WAKING, BROADCAST_DUE, LATCH, PREPARED, SEEN),
                    POINTS.stream())
            .toList();

    /** The session that takes the step, or that is woken. */
    public static final Variable SESSION = Variable.worker("s");
    /** Whether another broadcast has still to begin, or to wake the same session, which sets do not tell. */
    public static final Variable ANOTHER_TOO = Variable.flag("another too");

    private CompletionVariables() {}

    private static Variable at(String point) {
        return Variable.workers("at " + point);
    }
}
