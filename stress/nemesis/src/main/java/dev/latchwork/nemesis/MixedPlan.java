package dev.latchwork.nemesis;

import dev.latchwork.aio.AioSettings;
import java.nio.file.Path;

/**
 * What a run of mixed I/Os does, and what is done to it. Immutable.
 *
 * @param name for people and file names
 * @param directory where its files are made
 * @param ios I/Os to issue at least, 1 to {@link #MOST_IOS}; all of them are recorded
 * @param sessions sessions that work at once, 1 to 64
 * @param queueSize slots of the submission queue, 2 to 65536
 * @param largestPool workers at most, 1 to 32
 * @param faults what is done to it
 * @param seed of all that is random in the plan
 */
public record MixedPlan(
        String name,
        Path directory,
        long ios,
        int sessions,
        int queueSize,
        int largestPool,
        MixedFaults faults,
        long seed) {
    /** I/Os at most, since their history is kept in memory: a longer run is several. */
    public static final long MOST_IOS = 4_000_000;

    /** A plan without a name of its own. */
    public MixedPlan(
            Path directory, long ios, int sessions, int queueSize, int largestPool, MixedFaults faults, long seed) {
        this("mixed", directory, ios, sessions, queueSize, largestPool, faults, seed);
    }

    /** Checks each value against its range. */
    public MixedPlan {
        Range.check("ios", ios, 1, MOST_IOS);
        Range.check("sessions", sessions, 1, 64);
        Range.check("io-worker-queue-size", queueSize, 2, 65536);
        Range.check("largest-pool", largestPool, 1, AioSettings.MAX_IO_WORKERS);
    }

    /** I/Os that the submission queue holds at most. */
    int capacity() {
        return (Integer.highestOneBit(queueSize - 1) << 1) - 1;
    }

    /** The instance that it runs on. */
    public AioSettings settings() {
        AioSettings defaults = AioSettings.defaults();
        return defaults.withIoWorkers(Math.min(defaults.ioWorkers(), largestPool))
                .withIoWorkerQueueSize(queueSize)
                // A session closes and opens anew while others have theirs.
                .withMaxSessions(sessions);
    }
}
