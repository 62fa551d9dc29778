package dev.latchwork.nemesis;

import java.nio.file.Path;

/** Plans by name: in each, one fault is frequent enough to meet every state of the others. Together they have them all. */
public enum NemesisPlan {
    /** Everything at once, nothing of it often. */
    EVERYTHING(4, 64, 32, MixedFaults.EVERYTHING),
    /** Workers die of failed reopens, are interrupted all the time, and many cannot be started at first. */
    DYING_WORKERS(4, 64, 8, new MixedFaults(0.02, 0.05, 2, 0, 0, 1, 0, DeviceFaults.NONE)),
    /** The pool has another size after each batch, between 1 and 32. */
    BREATHING_POOL(4, 32, 32, new MixedFaults(0, 0, 0, 1, 0, 1, 0, DeviceFaults.NONE)),
    /** The queue holds three, and one or two workers serve four sessions: it is always full. */
    FULL_QUEUE(4, 4, 2, new MixedFaults(0.005, 0, 16, 32, 0, 1, 0, DeviceFaults.NONE)),
    /** A file is taken away or replaced half of the time. */
    VANISHING_FILES(4, 64, 8, new MixedFaults(0.002, 0, 64, 64, 16, 8, 0, DeviceFaults.NONE)),
    /** Transfers are short, or fail before or after they have been made. */
    BAD_DEVICE(4, 64, 8, new MixedFaults(0.002, 0, 16, 64, 0, 1, 100, new DeviceFaults(0.05, 0.02, 0))),
    /** Transfers take long now and then, so that others overtake them. */
    SLOW_DEVICE(4, 16, 8, new MixedFaults(0.002, 0, 16, 64, 0, 1, 0, new DeviceFaults(0.01, 0, 0.01))),
    /** Eight sessions close and open anew after each batch. */
    SHORT_SESSIONS(8, 64, 8, new MixedFaults(0.002, 0, 16, 64, 0, 1, 1, DeviceFaults.NONE));

    private final int sessions;
    private final int queueSize;
    private final int largestPool;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final MixedFaults faults;

    NemesisPlan(int sessions, int queueSize, int largestPool, MixedFaults faults) {
        this.sessions = sessions;
        this.queueSize = queueSize;
        this.largestPool = largestPool;
        this.faults = faults;
    }

    /** The plan with its files in {@code directory}, for so many I/Os and of this seed. */
    public MixedPlan plan(Path directory, long ios, long seed) {
        return new MixedPlan(name(), directory, ios, sessions, queueSize, largestPool, faults, seed);
    }
}
