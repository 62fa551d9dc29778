package dev.latchwork.model;

/** How many peers a worker that consumed wants to wake. Implementations are pure. */
@FunctionalInterface
public interface FanOut {
    /** Number of peers, 0 or more, when {@code depth} I/Os are left in the queue. */
    int peers(int depth);

    /** One peer for each I/O left, {@code limit} at most. */
    static FanOut upTo(int limit) {
        return depth -> Math.min(depth, limit);
    }
}
