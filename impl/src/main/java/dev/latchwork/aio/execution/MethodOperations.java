package dev.latchwork.aio.execution;

import dev.latchwork.aio.handle.Handle;

/** One way of executing I/O (PostgreSQL: {@code IoMethodOps}). */
public interface MethodOperations extends AutoCloseable {
    /** Whether this I/O has to run in its submitter. */
    boolean needsSynchronousExecution(Handle handle);

    /** The submitting side for one session; used by that session's thread only. */
    Submitter newSubmitter(int session, SynchronousPerformer performer);

    /** Ends the method; no session is open any more. */
    @Override
    void close();

    /** Gives handles to the method. */
    interface Submitter {
        /**
         * Submits the first {@code count} handles of {@code staged}, 1 to 32, all STAGED. Each is SUBMITTED, and
         * completes without anything more from the submitter, on return.
         */
        void submit(Handle[] staged, int count);
    }

    /** Performs an I/O in the submitter. */
    interface SynchronousPerformer {
        /** Performs and completes a SUBMITTED handle, and reclaims it for its owner. */
        void performSynchronously(Handle handle);
    }
}
