package dev.latchwork.nemesis;

import java.nio.file.Path;

/** Plans by name: in each, one fault is frequent enough to meet every state of the others. Together they have them all. */
public enum NemesisPlan {
    /** Everything at once, nothing of it often. */
    EVERYTHING(4, 64, 0.002, 0.01, 16, 64, 32, 256, 4, 100, DeviceFaults.NONE),
    /** Workers die of failed reopens, are interrupted all the time, and many cannot be started at first. */
    DYING_WORKERS(4, 64, 0.02, 0.05, 2, 0, 8, 0, 1, 0, DeviceFaults.NONE),
    /** The pool has another size after each batch, between 1 and 32. */
    BREATHING_POOL(4, 32, 0, 0, 0, 1, 32, 0, 1, 0, DeviceFaults.NONE),
    /** The queue holds three, and one or two workers serve four sessions: it is always full. */
    FULL_QUEUE(4, 4, 0.005, 0, 16, 32, 2, 0, 1, 0, DeviceFaults.NONE),
    /** A file is taken away or replaced half of the time. */
    VANISHING_FILES(4, 64, 0.002, 0, 64, 64, 8, 16, 8, 0, DeviceFaults.NONE),
    /** Transfers are short, or fail before or after they have been made. */
    BAD_DEVICE(4, 64, 0.002, 0, 16, 64, 8, 0, 1, 100, new DeviceFaults(0.05, 0.02, 0)),
    /** Transfers take long now and then, so that others overtake them. */
    SLOW_DEVICE(4, 16, 0.002, 0, 16, 64, 8, 0, 1, 0, new DeviceFaults(0.01, 0, 0.01)),
    /** Eight sessions close and open anew after each batch. */
    SHORT_SESSIONS(8, 64, 0.002, 0, 16, 64, 8, 0, 1, 1, DeviceFaults.NONE);

    private final int sessions;
    private final int queueSize;
    private final double reopenFailures;
    private final double startFailures;
    private final int interruptEvery;
    private final int resizeEvery;
    private final int largestPool;
    private final int removeEvery;
    private final int awayFor;
    private final int reopenSessionEvery;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final DeviceFaults device;

    NemesisPlan(
            int sessions,
            int queueSize,
            double reopenFailures,
            double startFailures,
            int interruptEvery,
            int resizeEvery,
            int largestPool,
            int removeEvery,
            int awayFor,
            int reopenSessionEvery,
            DeviceFaults device) {
        this.sessions = sessions;
        this.queueSize = queueSize;
        this.reopenFailures = reopenFailures;
        this.startFailures = startFailures;
        this.interruptEvery = interruptEvery;
        this.resizeEvery = resizeEvery;
        this.largestPool = largestPool;
        this.removeEvery = removeEvery;
        this.awayFor = awayFor;
        this.reopenSessionEvery = reopenSessionEvery;
        this.device = device;
    }

    /** The plan with its files in {@code directory}, for so many I/Os and of this seed. */
    public MixedPlan plan(Path directory, long ios, long seed) {
        return new MixedPlan(
                directory,
                ios,
                sessions,
                queueSize,
                reopenFailures,
                startFailures,
                interruptEvery,
                resizeEvery,
                largestPool,
                removeEvery,
                awayFor,
                reopenSessionEvery,
                seed,
                device,
                name());
    }
}
