package dev.latchwork.model.history;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * What the submission queue does when one operation happens after another: a bounded first-in-first-out queue of I/O ids
 * that holds one less than its size. Not thread-safe.
 */
public final class SubmissionQueueModel {
    /** What {@link #consume} returns when there is nothing to consume; no id, as ids are not negative. */
    public static final int EMPTY = -1;

    private final Queue<Integer> queued = new ArrayDeque<>();
    private final int capacity;

    private SubmissionQueueModel(SubmissionQueueModel that) {
        queued.addAll(that.queued);
        capacity = that.capacity;
    }

    /**
     * An empty queue.
     *
     * @param size slots, a power of two, 2 or more
     * @throws IllegalArgumentException when {@code size} is no such number
     */
    public SubmissionQueueModel(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size = " + size + " is no power of two of at least 2");
        }
        this.capacity = size - 1;
    }

    /**
     * Inserts {@code io} as the newest.
     *
     * @param io an id, 0 or more
     * @return false, with no effect, when the queue is full
     * @throws IllegalArgumentException when {@code io} is negative
     */
    public boolean insert(int io) {
        if (io < 0) {
            throw new IllegalArgumentException("io = " + io + " is no id: ids are not negative");
        }
        return queued.size() < capacity && queued.add(io);
    }

    /** Removes and returns the oldest, or returns {@link #EMPTY}. */
    public int consume() {
        Integer oldest = queued.poll();
        return oldest == null ? EMPTY : oldest;
    }

    /** Number of ids in the queue, 0 to size - 1. */
    public int depth() {
        return queued.size();
    }

    /** A queue with the same content, which goes its own way. */
    public SubmissionQueueModel copy() {
        return new SubmissionQueueModel(this);
    }

    /** The ids in the queue, oldest first. */
    public List<Integer> content() {
        return List.copyOf(queued);
    }
}
