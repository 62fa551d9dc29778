package dev.latchwork.model;

/**
 * Whom a wakeup is owed to: a worker's slot number, or one of two values that are no slot. A plain {@code int}, because
 * states are packed and explored by the million.
 */
public final class WakeupTarget {
    /** Nothing is owed: nobody was chosen. */
    public static final int NOBODY = -1;

    /** A target whose slot was free when it was chosen. Setting this latch crashes, as {@code SetLatch(NULL)} does. */
    public static final int NULL_LATCH = -2;

    /** In a set of latches that a leaver owes, the bit of {@link #NULL_LATCH}; bit {@code w} is worker {@code w}. */
    static final int NULL_LATCH_BIT = 1 << Bounds.MAX_WORKERS;

    private WakeupTarget() {}

    /** The set of latches that whoever chose {@code target} owes; empty for nobody. */
    public static int setOf(int target) {
        return switch (target) {
            case NOBODY -> 0;
            case NULL_LATCH -> NULL_LATCH_BIT;
            default -> 1 << target;
        };
    }

    /** Number of {@code target} in a packed state: 0 for nobody, then the slots, then the null latch. */
    static int encode(int target, int workers) {
        return target == NULL_LATCH ? workers + 1 : target + 1;
    }

    /** Reverses {@link #encode}. */
    static int decode(int code, int workers) {
        return code == workers + 1 ? NULL_LATCH : code - 1;
    }

    /** {@code None}, {@code NullLatch}, or the slot number: the words of the protocol. */
    static String text(int target) {
        return switch (target) {
            case NOBODY -> "None";
            case NULL_LATCH -> "NullLatch";
            default -> Integer.toString(target);
        };
    }
}
