package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockHistory;
import java.nio.ByteBuffer;

/**
 * What a block holds: every eight bytes tell block, position and value, so that a block that was torn, misplaced, lost or
 * written twice with something between is known by its content. Stateless.
 *
 * <p>A word is {@code value << 24 | block << 10 | position / 8}.
 */
final class BlockContent {
    /** Bytes of a piece: a transfer that is cut short ends with a piece. */
    static final int PIECE = BlockFiles.BLOCK / BlockHistory.PIECES;

    private static final int POSITION_BITS = 10;
    private static final int PLACE_BITS = 24;

    private BlockContent() {}

    /** Fills the whole of {@code buffer}, whose capacity is a block; leaves it empty from its start. */
    static void fill(ByteBuffer buffer, int block, long value) {
        buffer.clear();
        for (int position = 0; position < BlockFiles.BLOCK; position += Long.BYTES) {
            buffer.putLong(position, value << PLACE_BITS | place(block, position));
        }
    }

    /**
     * Reads the values of a block's first pieces.
     *
     * @param words receives the first and the last word's value of each piece; has {@link BlockHistory#WORDS}
     * @return whether all words have the same value
     * @throws TornOrMisplaced if a word belongs elsewhere, or a piece of a block that only one session uses is torn
     */
    static boolean read(ByteBuffer buffer, int block, int pieces, boolean shared, long[] words) throws TornOrMisplaced {
        boolean uniform = true;
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * PIECE;
            int last = from + PIECE - Long.BYTES;
            long first = buffer.getLong(from) >>> PLACE_BITS;
            boolean whole = true;
            for (int position = from; position <= last; position += Long.BYTES) {
                long word = buffer.getLong(position);
                if ((word & (1L << PLACE_BITS) - 1) != place(block, position)) {
                    throw new TornOrMisplaced("block " + block + " holds at byte " + position
                            + " what belongs elsewhere: " + Long.toHexString(word));
                }
                whole &= word >>> PLACE_BITS == first;
            }
            if (!whole && !shared) {
                throw new TornOrMisplaced(
                        "piece " + piece + " of block " + block + ", which only one session uses, is torn");
            }
            words[2 * piece] = first;
            words[2 * piece + 1] = buffer.getLong(last) >>> PLACE_BITS;
            uniform &= words[2 * piece] == words[0] && words[2 * piece + 1] == words[0];
        }
        return uniform;
    }

    private static long place(int block, int position) {
        return (long) block << POSITION_BITS | position / Long.BYTES;
    }

    /** A block's content that no order of writes explains. */
    static final class TornOrMisplaced extends Exception {
        private static final long serialVersionUID = 1;

        TornOrMisplaced(String message) {
            super(message);
        }
    }
}
