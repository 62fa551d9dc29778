package dev.latchwork.aio.probe;

import dev.latchwork.aio.IoHandle;
import java.io.IOException;

/**
 * Called at every step of the protocol. One seam with three uses: recording, fault injection, controlled scheduling. The
 * calls of steps that are critical sections come from inside the queue lock, so an implementation must be short there and
 * must not call back; a sequence number that it takes there orders these steps as they happened.
 */
public interface Probe {
    /** Does nothing. */
    Probe OFF = new Probe() {};

    /** No actor: the supervisor, or whoever reloads. */
    int SUPERVISOR = -1;

    /**
     * A step has just been taken.
     *
     * @param step which
     * @param actor slot of the worker, or number of the session for the submitter's steps, or {@link #SUPERVISOR}
     * @param argument what it was taken on: id of the I/O's handle (CONSUME, REOPEN, REOPEN_FAIL, PERFORM, COMPLETE_FAILED,
     *     PERFORM_SYNCHRONOUSLY), number of I/Os inserted (SUBMIT), slot whose latch was set (SUBMIT_SET_LATCH, WAKE_PEER,
     *     HAND_OVER), number of peers that are to be woken (DEREGISTER), pool size (RELOAD), else -1
     */
    default void after(Step step, int actor, int argument) {}

    /**
     * Injection point {@code AIO_WORKER_AFTER_REOPEN}: the worker has reopened the target and not performed the I/O yet.
     *
     * @throws IOException to make the reopen fail
     */
    default void afterReopen(int worker, IoHandle handle) throws IOException {}
}
