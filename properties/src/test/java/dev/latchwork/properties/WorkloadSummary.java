package dev.latchwork.properties;

import dev.latchwork.aio.AioStatistics;

/**
 * What came out of a try that went well.
 *
 * @param tally as the sessions counted
 * @param statistics as the instance counted
 */
record WorkloadSummary(Tally tally, AioStatistics statistics) {}
