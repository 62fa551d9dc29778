package dev.latchwork.model.trace;

/** The I/Os in the submission queue, oldest first. Mutable, confined to its thread. */
final class QueuedIos {
    private final long[] ring;
    private int first;
    private int depth;

    /** An empty queue in a ring of so many slots, a power of two. */
    QueuedIos(int ringSize) {
        ring = new long[ringSize];
    }

    private QueuedIos(QueuedIos other) {
        ring = other.ring.clone();
        first = other.first;
        depth = other.depth;
    }

    QueuedIos copy() {
        return new QueuedIos(this);
    }

    int ringSize() {
        return ring.length;
    }

    int depth() {
        return depth;
    }

    /** How many more fit: one slot of the ring stays free. */
    int room() {
        return ring.length - 1 - depth;
    }

    /** The I/O at {@code position}, 0 being the oldest. */
    long at(int position) {
        return ring[slot(position)];
    }

    void insert(long io) {
        ring[slot(depth)] = io;
        depth++;
    }

    void removeOldest() {
        first = slot(1);
        depth--;
    }

    private int slot(int position) {
        return (first + position) & (ring.length - 1);
    }
}
