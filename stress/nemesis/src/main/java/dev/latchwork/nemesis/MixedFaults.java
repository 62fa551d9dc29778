package dev.latchwork.nemesis;

/**
 * What is done to a run of mixed I/Os. Nemeses act on progress: once in so many batches of all sessions. Immutable.
 *
 * @param reopenFailureShare share of reopens that fail, 0 to 0.5
 * @param startFailureShare share of worker threads that cannot be started, 0 to 0.5
 * @param interruptEvery batches for one interrupt of a worker; 0: never
 * @param resizeEvery batches for one change of the pool's size to 1 .. the plan's largest pool; 0: never
 * @param removeEvery batches for one file that is taken away or replaced, and given back soon after; 0: never
 * @param awayFor batches after which it comes back, 1 or more and less than {@code removeEvery}
 * @param reopenSessionEvery batches of one session after which it closes and opens anew; 0: never
 * @param device what the files' device does wrong
 */
public record MixedFaults(
        double reopenFailureShare,
        double startFailureShare,
        int interruptEvery,
        int resizeEvery,
        int removeEvery,
        int awayFor,
        int reopenSessionEvery,
        DeviceFaults device) {
    /** Nothing. */
    public static final MixedFaults NONE = new MixedFaults(0, 0, 0, 0, 0, 1, 0, DeviceFaults.NONE);

    /** Everything at once, nothing of it often; the device does nothing wrong. */
    public static final MixedFaults EVERYTHING = new MixedFaults(0.002, 0.01, 16, 64, 256, 4, 100, DeviceFaults.NONE);

    /** Checks each value against its range. */
    public MixedFaults {
        Range.checkShare("reopen-failures", reopenFailureShare);
        Range.checkShare("start-failures", startFailureShare);
        Range.check("interrupt-every", interruptEvery, 0, Integer.MAX_VALUE);
        Range.check("resize-every", resizeEvery, 0, Integer.MAX_VALUE);
        Range.check("remove-every", removeEvery, 0, Integer.MAX_VALUE);
        Range.check("away-for", awayFor, 1, Math.max(1, removeEvery - 1L));
        Range.check("reopen-session-every", reopenSessionEvery, 0, Integer.MAX_VALUE);
    }
}
