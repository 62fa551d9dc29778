package dev.latchwork.aio.execution;

import dev.latchwork.aio.Errno;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.event.IoExecuteEvent;
import dev.latchwork.aio.handle.Handle;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Performs a submitted I/O in the calling thread and completes it (PostgreSQL: {@code pgaio_io_perform_synchronously}).
 * The system call's failure becomes the I/O's result; anything else that is thrown is the instance's failure, as an error
 * in a critical section is a PANIC.
 */
public final class SynchronousExecution {
    /** The executor is no worker. */
    public static final int SUBMITTER = -1;

    private SynchronousExecution() {}

    /**
     * Performs and completes.
     *
     * @param opened the handle's target, opened by this thread and cached in {@code targets}
     * @param executor slot of the worker, or {@link #SUBMITTER}
     */
    public static void perform(Handle handle, OpenTarget opened, OpenTargets targets, int executor) {
        IoExecuteEvent event = IoExecuteEvent.begun();
        int id = handle.id();
        long generation = handle.generation();
        int result = systemCall(handle, opened, targets);
        handle.complete(result);
        // From here on the handle may be in its next use.
        if (event != null) {
            event.record(executor, id, generation, result);
        }
    }

    /** Opens the target in {@code targets} first; a failure to open is the I/O's result. */
    public static void openAndPerform(Handle handle, OpenTargets targets) {
        OpenTarget opened;
        try {
            opened = targets.open(handle.target());
        } catch (IOException e) {
            handle.complete(-Errno.of(e));
            return;
        }
        perform(handle, opened, targets, SUBMITTER);
    }

    private static int systemCall(Handle handle, OpenTarget opened, OpenTargets targets) {
        // A pending interrupt would close the channel; it is the thread's affair, not the I/O's.
        boolean interrupted = Thread.interrupted();
        try {
            OpenTarget current = opened;
            while (true) {
                try {
                    return handle.transfer(current);
                } catch (ClosedByInterruptException e) {
                    // The counterpart of EINTR: nothing is known to have been transferred; do it again.
                    interrupted |= Thread.interrupted();
                    targets.discard(handle.target());
                    current = targets.open(handle.target());
                }
            }
        } catch (IOException | RuntimeException e) {
            if (!Errno.isResult(e)) {
                throw (RuntimeException) e;
            }
            return -Errno.of(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
