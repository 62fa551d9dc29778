package dev.latchwork.nemesis;

/**
 * What a device does wrong. Immutable.
 *
 * @param shortShare share of transfers that end early, 0 to 0.5
 * @param errorShare share of transfers that fail with -EIO, half of them after they have been made, 0 to 0.5
 * @param slowShare share of transfers that take {@link #SLOW_NANOS} more, 0 to 0.5
 */
public record DeviceFaults(double shortShare, double errorShare, double slowShare) {
    /** Nothing. */
    public static final DeviceFaults NONE = new DeviceFaults(0, 0, 0);

    /** What a slow transfer takes more. */
    static final long SLOW_NANOS = 200_000;

    /** Checks each value against its range. */
    public DeviceFaults {
        Range.checkShare("short-transfers", shortShare);
        Range.checkShare("failing-transfers", errorShare);
        Range.checkShare("slow-transfers", slowShare);
    }

    boolean isNone() {
        return shortShare + errorShare + slowShare == 0;
    }
}
