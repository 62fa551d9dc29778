package dev.latchwork.aio;

/**
 * Counters of an instance since its start, all in events; a consistent snapshot taken under the queue lock.
 *
 * @param queued I/Os inserted into the submission queue
 * @param synchronousFallbacks I/Os that did not fit and ran in their submitter
 * @param consumed I/Os taken from the queue by workers
 * @param submitterWakeups latches owed by submitters
 * @param workerWakeups latches owed by workers that consumed (fan-out)
 * @param handOvers latches owed by workers that left
 * @param sleeps times that a worker waited for its latch with nothing to do
 * @param uselessWakeups times that a woken worker found the queue empty and no request
 * @param reopenFailures I/Os completed as failed because the worker could not reopen their target
 * @param workersStarted worker threads started, the first ones included
 * @param workersExited worker threads that have ended
 */
public record AioStatistics(
        long queued,
        long synchronousFallbacks,
        long consumed,
        long submitterWakeups,
        long workerWakeups,
        long handOvers,
        long sleeps,
        long uselessWakeups,
        long reopenFailures,
        long workersStarted,
        long workersExited) {}
