package dev.latchwork.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The finite world in which the protocol is explored: how many agents and I/Os there are, and how often the environment
 * may interfere. The specification's {@code MC} module takes the same constants, so that both have the same states.
 * Immutable.
 *
 * @param start where the behaviours begin
 * @param workers slots of the registry, 1 to {@value #MAX_WORKERS}; slots are numbered from 0
 * @param submitters 1 to {@value #MAX_SUBMITTERS}; numbered from 0
 * @param ios I/Os that can be submitted in all, 1 to {@value #MAX_IOS}; ids start at 1
 * @param ringSize slots of the submission queue, a power of two, 2 to {@value #MAX_RING_SIZE}; it holds one less
 * @param maxBatch the largest batch, 1 to {@value #MAX_BATCH}
 * @param poolSize workers wanted at the cold start, 1 to {@code workers}
 * @param poolSizes the sizes a reload may set, each 1 to {@code workers}
 * @param maxReloads how often {@code Reload} may happen, 0 to {@value #MAX_BUDGET}
 * @param maxInterrupts how often {@code Interrupt} may happen, 0 to {@value #MAX_BUDGET}
 * @param maxReopenFailures how often {@code ReopenFail} may happen, 0 to {@value #MAX_BUDGET}
 * @param closes whether sessions may close, and the pool after them
 */
public record Bounds(
        Start start,
        int workers,
        int submitters,
        int ios,
        int ringSize,
        int maxBatch,
        int poolSize,
        SortedSet<Integer> poolSizes,
        int maxReloads,
        int maxInterrupts,
        int maxReopenFailures,
        boolean closes) {

    /** Largest {@link #workers}. */
    public static final int MAX_WORKERS = 16;
    /** Largest {@link #submitters}. */
    public static final int MAX_SUBMITTERS = 16;
    /** Largest {@link #ios}. */
    public static final int MAX_IOS = 31;
    /** Largest {@link #ringSize}. */
    public static final int MAX_RING_SIZE = 64;
    /** Largest {@link #maxBatch}: the batch that a session stages. */
    public static final int MAX_BATCH = 32;
    /** Largest {@link #maxReloads}, {@link #maxInterrupts} and {@link #maxReopenFailures}. */
    public static final int MAX_BUDGET = 15;

    /** Throws {@link IllegalArgumentException}, naming setting, value and range, when one is outside its range. */
    public Bounds {
        check("workers", workers, 1, MAX_WORKERS);
        check("submitters", submitters, 1, MAX_SUBMITTERS);
        check("ios", ios, 1, MAX_IOS);
        check("ringSize", ringSize, 2, MAX_RING_SIZE);
        if (Integer.bitCount(ringSize) != 1) {
            throw new IllegalArgumentException("ringSize = " + ringSize + " is no power of two");
        }
        check("maxBatch", maxBatch, 1, MAX_BATCH);
        check("poolSize", poolSize, 1, workers);
        if (start == Start.WARM && poolSize != workers) {
            throw new IllegalArgumentException("poolSize = " + poolSize + " is not all of the " + workers
                    + " workers, but after a warm start each of them waits");
        }
        for (int size : poolSizes) {
            check("poolSizes", size, 1, workers);
        }
        check("maxReloads", maxReloads, 0, MAX_BUDGET);
        check("maxInterrupts", maxInterrupts, 0, MAX_BUDGET);
        check("maxReopenFailures", maxReopenFailures, 0, MAX_BUDGET);
        poolSizes = Collections.unmodifiableSortedSet(new TreeSet<>(poolSizes));
    }

    private static void check(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    setting + " = " + value + " is outside its range of " + least + " to " + most);
        }
    }

    /** A builder that starts from a cold start, one of everything, a ring of 2, and an environment that never interferes. */
    public static Builder builder() {
        return new Builder();
    }

    /** I/Os that the submission queue holds at most: one less than it has slots. */
    public int capacity() {
        return ringSize - 1;
    }

    /** The largest pool that is ever wanted, hence the most workers that ever run at once. */
    public int largestPool() {
        return poolSizes.isEmpty() ? poolSize : Math.max(poolSize, poolSizes.last());
    }

    /** Sets bounds by name. Confined to its thread; every setter returns the builder. */
    public static final class Builder {
        private Start start = Start.COLD;
        private int workers = 1;
        private int submitters = 1;
        private int ios = 1;
        private int ringSize = 2;
        private int maxBatch = 1;
        private int poolSize = 1;
        private final SortedSet<Integer> poolSizes = new TreeSet<>();
        private int maxReloads;
        private int maxInterrupts;
        private int maxReopenFailures;
        private boolean closes;

        private Builder() {}

        /** Sets {@link Bounds#start}. */
        public Builder start(Start value) {
            start = value;
            return this;
        }

        /** Sets {@link Bounds#workers}, and the pool size at the cold start to the same number. */
        public Builder workers(int value) {
            workers = value;
            poolSize = value;
            return this;
        }

        /** Sets {@link Bounds#submitters}. */
        public Builder submitters(int value) {
            submitters = value;
            return this;
        }

        /** Sets {@link Bounds#ios}. */
        public Builder ios(int value) {
            ios = value;
            return this;
        }

        /** Sets {@link Bounds#ringSize}. */
        public Builder ringSize(int value) {
            ringSize = value;
            return this;
        }

        /** Sets {@link Bounds#maxBatch}. */
        public Builder maxBatch(int value) {
            maxBatch = value;
            return this;
        }

        /** Sets {@link Bounds#poolSize}. */
        public Builder poolSize(int value) {
            poolSize = value;
            return this;
        }

        /** Sets {@link Bounds#maxReloads} and the {@link Bounds#poolSizes} that a reload may set. */
        public Builder reloads(int most, int... sizes) {
            maxReloads = most;
            poolSizes.clear();
            for (int size : sizes) {
                poolSizes.add(size);
            }
            return this;
        }

        /** Sets {@link Bounds#maxInterrupts}. */
        public Builder interrupts(int most) {
            maxInterrupts = most;
            return this;
        }

        /** Sets {@link Bounds#maxReopenFailures}. */
        public Builder reopenFailures(int most) {
            maxReopenFailures = most;
            return this;
        }

        /** Sets {@link Bounds#closes}. */
        public Builder closes(boolean value) {
            closes = value;
            return this;
        }

        /** The bounds; throws {@link IllegalArgumentException} when one of them is outside its range. */
        public Bounds build() {
            return new Bounds(
                    start,
                    workers,
                    submitters,
                    ios,
                    ringSize,
                    maxBatch,
                    poolSize,
                    poolSizes,
                    maxReloads,
                    maxInterrupts,
                    maxReopenFailures,
                    closes);
        }
    }
}
