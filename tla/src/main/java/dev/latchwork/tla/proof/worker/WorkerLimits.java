package dev.latchwork.tla.proof.worker;

/**
 * The numbers of the worker method. Immutable.
 *
 * @param capacity I/Os that the queue holds: one less than the ring has slots
 * @param maxBatch I/Os that are submitted together at most, 1 or more
 */
public record WorkerLimits(int capacity, int maxBatch) {
    /** Slots of the registry, hence the largest pool: one bit each. */
    public static final int WORKERS = 32;

    /** PostgreSQL's: a ring of 64 slots, a batch of 32. */
    public static final WorkerLimits POSTGRES = new WorkerLimits(63, 32);
}
