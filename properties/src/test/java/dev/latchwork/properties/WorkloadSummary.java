package dev.latchwork.properties;

import dev.latchwork.aio.AioStatistics;

/**
 * What came out of a try that went well.
 *
 * @param tally as the sessions counted
 * @param statistics as the instance counted
 * @param failedReopens reopens that were made to fail
 * @param failedStarts threads that were made not to start
 */
record WorkloadSummary(Tally tally, AioStatistics statistics, long failedReopens, long failedStarts) {}
