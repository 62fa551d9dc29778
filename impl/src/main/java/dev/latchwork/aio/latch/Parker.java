package dev.latchwork.aio.latch;

/**
 * Blocks one thread until it is unparked: the system call under a latch, and nothing else. One permit, as
 * {@link java.util.concurrent.locks.LockSupport} has; {@link #park} may return without reason. A seam: checkers that
 * cannot see parking replace it by a monitor.
 */
public interface Parker {
    /** Makes the calling thread the one that parks from now on. */
    void own();

    /** Nobody parks from now on; an unpark then has no effect. */
    void disown();

    /** Blocks until unparked since the last return, or spuriously. Called by the owner. */
    void park();

    /**
     * The same, for at most this long.
     *
     * @param nanos nanoseconds, above 0
     */
    void parkNanos(long nanos);

    /** Lets the owner return from {@link #park} now or at its next call. Called by any thread. */
    void unpark();
}
