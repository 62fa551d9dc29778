package dev.latchwork.model;

/** Hash of a packed state, mixed well enough for open addressing with a power of two of slots. */
final class PackedHash {
    /** 2^64 divided by the golden ratio: an odd multiplier that spreads neighbours. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private PackedHash() {}

    /** Hash of all of {@code words}. */
    static int of(long[] words) {
        long hash = 0;
        for (long word : words) {
            hash = (hash ^ word) * SPREAD;
            hash ^= hash >>> Integer.SIZE;
        }
        return (int) hash;
    }
}
