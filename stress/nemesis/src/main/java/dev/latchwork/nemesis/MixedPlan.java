package dev.latchwork.nemesis;

import dev.latchwork.aio.AioSettings;
import java.nio.file.Path;

/**
 * What a run of mixed I/Os does, and what is done to it. Nemeses act on progress: once in so many batches of all sessions.
 *
 * @param directory where its files are made
 * @param ios I/Os to issue at least, 1 to {@link #MOST_IOS}; all of them are recorded
 * @param sessions sessions that work at once, 1 to 64
 * @param queueSize slots of the submission queue, 2 to 65536
 * @param reopenFailureShare share of reopens that fail, 0 to 0.5
 * @param startFailureShare share of worker threads that cannot be started, 0 to 0.5
 * @param interruptEvery batches for one interrupt of a worker; 0: never
 * @param resizeEvery batches for one change of the pool's size to 1 .. {@code largestPool}; 0: never
 * @param largestPool workers at most, 1 to 32
 * @param removeEvery batches for one file that is taken away or replaced, and given back soon after; 0: never
 * @param awayFor batches after which it comes back, 1 or more and less than {@code removeEvery}
 * @param reopenSessionEvery batches of one session after which it closes and opens anew; 0: never
 * @param seed of all that is random in the plan
 * @param device what the files' device does wrong
 * @param name for people and file names
 */
public record MixedPlan(
        Path directory,
        long ios,
        int sessions,
        int queueSize,
        double reopenFailureShare,
        double startFailureShare,
        int interruptEvery,
        int resizeEvery,
        int largestPool,
        int removeEvery,
        int awayFor,
        int reopenSessionEvery,
        long seed,
        DeviceFaults device,
        String name) {
    /** I/Os at most, since their history is kept in memory: a longer run is several. */
    public static final long MOST_IOS = 4_000_000;

    /** A plan on a device that does nothing wrong. */
    public MixedPlan(
            Path directory,
            long ios,
            int sessions,
            int queueSize,
            double reopenFailureShare,
            double startFailureShare,
            int interruptEvery,
            int resizeEvery,
            int largestPool,
            int removeEvery,
            int awayFor,
            int reopenSessionEvery,
            long seed) {
        this(
                directory,
                ios,
                sessions,
                queueSize,
                reopenFailureShare,
                startFailureShare,
                interruptEvery,
                resizeEvery,
                largestPool,
                removeEvery,
                awayFor,
                reopenSessionEvery,
                seed,
                DeviceFaults.NONE,
                "mixed");
    }

    /** Checks each value against its range. */
    public MixedPlan {
        Range.check("ios", ios, 1, MOST_IOS);
        Range.check("sessions", sessions, 1, 64);
        Range.check("io-worker-queue-size", queueSize, 2, 65536);
        Range.checkShare("reopen-failures", reopenFailureShare);
        Range.checkShare("start-failures", startFailureShare);
        Range.check("interrupt-every", interruptEvery, 0, Integer.MAX_VALUE);
        Range.check("resize-every", resizeEvery, 0, Integer.MAX_VALUE);
        Range.check("largest-pool", largestPool, 1, AioSettings.MAX_IO_WORKERS);
        Range.check("remove-every", removeEvery, 0, Integer.MAX_VALUE);
        Range.check("away-for", awayFor, 1, Math.max(1, removeEvery - 1L));
        Range.check("reopen-session-every", reopenSessionEvery, 0, Integer.MAX_VALUE);
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
