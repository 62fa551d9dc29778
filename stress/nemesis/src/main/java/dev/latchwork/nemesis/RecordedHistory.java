package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.QueueHistory;

/**
 * What was recorded of one run. Immutable.
 *
 * @param plan the run's name, for people
 * @param seed of the plan
 * @param queue inserts and consumes of the submission queue
 * @param blocks reads and writes of the files' blocks
 */
public record RecordedHistory(String plan, long seed, QueueHistory queue, BlockHistory blocks) {}
