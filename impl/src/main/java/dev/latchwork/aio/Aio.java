package dev.latchwork.aio;

import java.util.List;

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
     * Takes new settings into the running instance, as SIGHUP does: {@code io_workers}.
     *
     * @throws IllegalArgumentException if any other setting differs; nothing is changed then
     */
    void reload(AioSettings newSettings);

    /**
     * Makes one registered worker exit at its next turn, as SIGINT does; the pool replaces it.
     *
     * @param worker slot, 0 to 31
     * @return false if no worker has that slot, or one is leaving it already
     */
    boolean interruptWorker(int worker);

    /** All handles that are not idle: PostgreSQL's {@code pg_aios}. */
    List<HandleView> handles();

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
