package dev.latchwork.aio;

/**
 * An issuer of I/O: PostgreSQL's backend. Used by one thread at a time. Whoever is about to block submits what it has
 * staged first, so that no two sessions wait for each other's unsubmitted I/O.
 */
public interface IoSession extends AutoCloseable {
    /**
     * Hands out a handle. When all are taken: reclaims completed ones, else submits what is staged, else waits for the
     * oldest I/O in flight.
     *
     * @param result where the outcome goes when this session reclaims the handle
     * @throws AioException if a handle is handed out already, or the instance is closed or has failed
     */
    IoHandle acquire(IoResult result);

    /** Gives back the handed-out handle unused. */
    void release(IoHandle handle);

    /** Starts batch mode: what is staged from now on is submitted {@code io_submit_batch_size} at a time, or at {@link #exitBatchMode}. */
    void enterBatchMode();

    /** Submits what is staged and ends batch mode. */
    void exitBatchMode();

    /** Submits what is staged; nothing is not an error. */
    void submitStaged();

    /**
     * Waits until the I/O has completed; any session may wait for any I/O. When this session owns it, its
     * {@link IoResult} is filled on return. Not interruptible; a thread's interrupt status is kept.
     *
     * @throws AioException if it is this session's own I/O and not submitted yet, or the instance has failed
     */
    void await(WaitReference reference);

    /** Whether the I/O has completed. Does not wait. */
    boolean isCompleted(WaitReference reference);

    /** Submits what is staged and waits for all I/O in flight. */
    @Override
    void close();
}
