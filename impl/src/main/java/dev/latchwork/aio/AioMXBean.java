package dev.latchwork.aio;

/** The counters of {@link AioStatistics}, for JMX; registered by {@code dev.latchwork.aio.instance.AioMonitoring}. */
public interface AioMXBean {
    /** {@code io_workers} as configured now. */
    int getIoWorkers();

    /** See {@link AioStatistics#queued}. */
    long getQueued();

    /** See {@link AioStatistics#synchronousFallbacks}. */
    long getSynchronousFallbacks();

    /** See {@link AioStatistics#consumed}. */
    long getConsumed();

    /** See {@link AioStatistics#submitterWakeups}. */
    long getSubmitterWakeups();

    /** See {@link AioStatistics#workerWakeups}. */
    long getWorkerWakeups();

    /** See {@link AioStatistics#handOvers}. */
    long getHandOvers();

    /** See {@link AioStatistics#sleeps}. */
    long getSleeps();

    /** See {@link AioStatistics#uselessWakeups}. */
    long getUselessWakeups();

    /** See {@link AioStatistics#reopenFailures}. */
    long getReopenFailures();

    /** See {@link AioStatistics#workersStarted}. */
    long getWorkersStarted();

    /** See {@link AioStatistics#workersExited}. */
    long getWorkersExited();
}
