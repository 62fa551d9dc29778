package dev.latchwork.aio.probe;

import dev.latchwork.aio.IoHandle;
import java.io.IOException;

/**
 * Called at every step of the protocol. One seam with three uses: recording, fault injection, controlled scheduling. The
 * calls of steps that are critical sections come from inside the queue lock, so an implementation must be short there and
 * must not call back; a sequence number that it takes there orders these steps as they happened. A step outside the lock
 * is announced by {@link #before}, so that whoever records it knows between which two moments it happened.
 *
 * <p>Whoever only wants to know that a step was taken overrides {@link #after(Step, int, int)}; the richer calls end there
 * unless they are overridden too.
 */
public interface Probe {
    /** Does nothing. */
    Probe OFF = new Probe() {};

    /** No actor: the supervisor, or whoever reloads; or a worker without a slot. */
    int SUPERVISOR = -1;

    /** What a step that was not announced has begun with. */
    long NOT_ANNOUNCED = 0;

    /**
     * A step has just been taken.
     *
     * @param step which
     * @param actor slot of the worker, or number of the session for the submitter's steps, or {@link #SUPERVISOR}
     * @param argument what it was taken on: id of the I/O's handle (CONSUME, CONSUME_QUIETLY, REOPEN, REOPEN_FAIL, PERFORM, COMPLETE_FAILED,
     *     PERFORM_SYNCHRONOUSLY), number of I/Os inserted (SUBMIT) or not (SUBMIT_SYNCHRONOUSLY), slot whose latch was set (SUBMIT_SET_LATCH, WAKE_PEER,
     *     HAND_OVER), number of peers that are to be woken (DEREGISTER), pool size (RELOAD), 1 if the worker leaves and 0 if
     *     it stays (CHECK_INTERRUPTS), slot of the worker that is to exit (REQUEST_SHUTDOWN), else -1
     */
    default void after(Step step, int actor, int argument) {}

    /**
     * A step outside the queue lock, or the part of a critical section that others can see before it ends, is about to be
     * taken.
     *
     * @param io the handle of the I/O that it is taken on, still in this use; null if there is none
     * @return what is to be handed to the call after the step
     */
    default long before(Step step, int actor, IoHandle io) {
        return NOT_ANNOUNCED;
    }

    /**
     * A step outside the queue lock has just been taken.
     *
     * @param begun what {@link #before} returned
     */
    default void after(long begun, Step step, int actor, int argument) {
        after(step, actor, argument);
    }

    /**
     * A critical section is about to end. Inside the lock.
     *
     * @param begun what {@link #before} returned, or {@link #NOT_ANNOUNCED}
     * @param owed latches that the actor now owes
     * @param depth I/Os in the submission queue
     * @param running workers that are starting, registered or leaving
     * @param idle the idle set, bit w is worker w
     */
    default void afterSection(
            long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle) {
        after(step, actor, argument);
    }

    /**
     * The critical section of SUBMIT is about to end. Inside the lock.
     *
     * @param batch the I/Os, not to be kept
     * @param count how many they are
     * @param inserted how many of them, from the first, are now in the queue
     */
    default void afterSubmit(
            int session, IoHandle[] batch, int count, int inserted, int owed, int depth, int running, long idle) {
        after(Step.SUBMIT, session, inserted);
    }

    /**
     * SUBMIT_SYNCHRONOUSLY, outside the lock: the queue was busy and the submitter is about to perform the whole batch.
     *
     * @param batch the I/Os, not to be kept
     * @param count how many they are
     */
    default void afterSubmitSynchronously(int session, IoHandle[] batch, int count) {
        after(Step.SUBMIT_SYNCHRONOUSLY, session, count);
    }

    /** The thread of the last START_WORKER could not be started: no worker has been started after all. Inside the lock. */
    default void startTakenBack() {}

    /**
     * Injection point {@code AIO_WORKER_AFTER_REOPEN}: the worker has reopened the target and not performed the I/O yet.
     *
     * @throws IOException to make the reopen fail
     */
    default void afterReopen(int worker, IoHandle handle) throws IOException {}
}
