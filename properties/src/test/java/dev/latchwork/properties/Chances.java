package dev.latchwork.properties;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Chances of which some are taken, by a seed. Thread-safe. */
final class Chances {
    private static final int THOUSAND = 1000;

    private final long seed;
    private final int perMille;
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    Chances(long seed, int perMille) {
        this.seed = seed;
        this.perMille = perMille;
    }

    /** Whether this one is taken. */
    boolean next() {
        boolean takes = new SplittableRandom(seed + given.getAndIncrement()).nextInt(THOUSAND) < perMille;
        if (takes) {
            taken.incrementAndGet();
        }
        return takes;
    }

    /** How many were taken. */
    long taken() {
        return taken.get();
    }
}
