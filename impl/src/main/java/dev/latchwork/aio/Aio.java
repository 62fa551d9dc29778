package dev.latchwork.aio;

/** A running instance of asynchronous I/O. All methods may be called from any thread. */
public interface Aio extends AutoCloseable {
    AioSettings settings();

    /**
     * Opens a session.
     *
     * @throws AioException if {@code max_sessions} are open, or the instance is closed or has failed
     */
    IoSession openSession();

    /**
     * Changes {@code io_workers} of the running instance; the pool grows or shrinks in the background, one worker at a
     * time when it shrinks.
     *
     * @param ioWorkers 1 to 32
     * @throws IllegalArgumentException out of range; the running configuration stays
     */
    void reload(int ioWorkers);

    /**
     * Makes one registered worker exit at its next turn, as SIGINT does; the pool replaces it.
     *
     * @param worker slot, 0 to 31
     * @return false if no worker has that slot, or one is leaving it already
     */
    boolean interruptWorker(int worker);

    /** Counters since the start. */
    AioStatistics statistics();

    /**
     * Ends the workers and the instance. Sessions go first.
     *
     * @throws AioException if a session is open; the instance then goes on
     */
    @Override
    void close();
}
