package dev.latchwork.nemesis;

import java.nio.ByteBuffer;

/**
 * What a block holds: every eight bytes tell file, block and version, so that a block that was torn, misplaced, lost or
 * written twice with something between is known by its content.
 */
final class BlockContent {
    private BlockContent() {}

    /** Fills the whole of {@code buffer}, whose capacity is a multiple of 8; leaves it empty from its start. */
    static void fill(ByteBuffer buffer, int file, int block, long version) {
        buffer.clear();
        for (int position = 0; position < buffer.capacity(); position += Long.BYTES) {
            buffer.putLong(position, word(file, block, version, position));
        }
    }

    /** What is wrong with a block that was read, or null. */
    static String fault(ByteBuffer buffer, int file, int block, long version) {
        for (int position = 0; position < buffer.capacity(); position += Long.BYTES) {
            if (buffer.getLong(position) != word(file, block, version, position)) {
                return "block " + block + " of file " + file + " does not hold version " + version + " at byte "
                        + position;
            }
        }
        return null;
    }

    /** Different for each (file, block, version, position) of a run, up to chance: a mix of 64 bits. */
    private static long word(int file, int block, long version, int position) {
        long x = ((long) file << 56) ^ ((long) block << 40) ^ (version << 12) ^ position;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
