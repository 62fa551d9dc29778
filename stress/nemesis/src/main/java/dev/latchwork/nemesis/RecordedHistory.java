package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.History;
import dev.latchwork.model.history.QueueHistory;
import java.util.stream.IntStream;

/**
 * What was recorded of one run. Immutable.
 *
 * @param plan the run's name, for people
 * @param seed of the plan
 * @param queue inserts and consumes of the submission queue
 * @param blocks reads and writes of the files' blocks
 */
public record RecordedHistory(String plan, long seed, QueueHistory queue, BlockHistory blocks) {
    /** Operations without an answer: none, if the run came to its end. */
    public long pending() {
        long pending =
                IntStream.range(0, queue.size()).filter(queue::isOptional).count();
        return pending
                + IntStream.range(0, blocks.size())
                        .filter(operation -> blocks.response(operation) == History.PENDING)
                        .count();
    }
}
