package dev.latchwork.nemesis;

/** Refuses a setting of a plan that is out of range, with setting, value and range. */
final class Range {
    private static final double MOST_SHARE = 0.5;

    private Range() {}

    /** Throws {@link IllegalArgumentException} unless {@code value} is in {@code low} to {@code high}. */
    static void check(String setting, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    value + " is outside the valid range for \"" + setting + "\" (" + low + " .. " + high + ")");
        }
    }

    /** The same for a share of events that fail: 0 to 0.5. */
    static void checkShare(String setting, double value) {
        if (!(value >= 0 && value <= MOST_SHARE)) {
            throw new IllegalArgumentException(
                    value + " is outside the valid range for \"" + setting + "\" (0 .. " + MOST_SHARE + ")");
        }
    }
}
