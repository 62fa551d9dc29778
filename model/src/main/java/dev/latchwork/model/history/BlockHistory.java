package dev.latchwork.model.history;

import java.util.Arrays;

/**
 * A history of blocks that are read and written: reads and writes of one block each, by several sessions at once. Immutable;
 * holds millions in a few arrays.
 *
 * <p>A block has {@link #PIECES} pieces, and a transfer may be short: it then covers the first pieces alone. Nothing makes
 * the transfer of a piece atomic but what does so for a word; so each piece shows two words, its first and its last, and
 * each of these {@link #WORDS} words is a register of its own.
 */
public final class BlockHistory {
    /** Pieces of a block. */
    public static final int PIECES = 4;
    /** Words of a block that are registers: two for each piece. */
    public static final int WORDS = 2 * PIECES;

    /** An operation and how it ended. */
    public enum Kind {
        /** Read a value. */
        READ,
        /** Wrote a value. */
        WRITE,
        /** Failed to write, and may have written some of it nevertheless; or has no answer. */
        PERHAPS_WRITE
    }

    private static final Kind[] KINDS = Kind.values();
    private static final int WHOLE = -1;

    private final int blocks;
    private final int size;
    private final byte[] kinds;
    private final byte[] pieces;
    private final int[] of;
    private final int[] agents;
    private final int[] invocations;
    private final int[] responses;
    /** The value of every word, unless the operation is torn. */
    private final long[] values;
    /** Where the words of a torn operation begin, or {@link #WHOLE}. */
    private final int[] torn;

    private final long[] words;

    private BlockHistory(Builder builder) {
        blocks = builder.blocks;
        size = builder.size;
        kinds = Arrays.copyOf(builder.kinds, size);
        pieces = Arrays.copyOf(builder.pieces, size);
        of = Arrays.copyOf(builder.of, size);
        agents = Arrays.copyOf(builder.agents, size);
        invocations = Arrays.copyOf(builder.invocations, size);
        responses = Arrays.copyOf(builder.responses, size);
        values = Arrays.copyOf(builder.values, size);
        torn = Arrays.copyOf(builder.torn, size);
        words = Arrays.copyOf(builder.words, builder.wordCount);
    }

    /** How many blocks there are, whether they are used or not. */
    public int blocks() {
        return blocks;
    }

    /** How many operations. */
    public int size() {
        return size;
    }

    public Kind kind(int operation) {
        return KINDS[kinds[operation]];
    }

    /** Pieces that it covers, from the first, 0 to {@link #PIECES}. */
    public int pieces(int operation) {
        return pieces[operation];
    }

    /** The block, 0 to {@link #blocks} - 1. */
    public int block(int operation) {
        return of[operation];
    }

    /** The session. */
    public int agent(int operation) {
        return agents[operation];
    }

    public int invocation(int operation) {
        return invocations[operation];
    }

    /** Or {@link History#PENDING}. */
    public int response(int operation) {
        return responses[operation];
    }

    /** Whether it read words of more than one value. */
    public boolean isTorn(int operation) {
        return torn[operation] != WHOLE;
    }

    /** What one of the block's {@link #WORDS} words held or was given; meaningless beyond {@link #pieces}. */
    public long value(int operation, int word) {
        return torn[operation] == WHOLE ? values[operation] : words[torn[operation] + word];
    }

    /** Collects operations, in any order. Not thread-safe. */
    public static final class Builder {
        private static final int FIRST = 64;

        private final int blocks;
        private int size;
        private int wordCount;
        private byte[] kinds = new byte[FIRST];
        private byte[] pieces = new byte[FIRST];
        private int[] of = new int[FIRST];
        private int[] agents = new int[FIRST];
        private int[] invocations = new int[FIRST];
        private int[] responses = new int[FIRST];
        private long[] values = new long[FIRST];
        private int[] torn = new int[FIRST];
        private long[] words = new long[FIRST];

        /** For blocks 0 to {@code blocks - 1}. */
        public Builder(int blocks) {
            this.blocks = blocks;
        }

        /** Adds an operation all of whose words have one value. */
        @SuppressWarnings("EnumOrdinal") // never leaves the JVM
        public Builder add(
                Kind kind, int agent, int block, int coveredPieces, long value, int invocation, int response) {
            if (block < 0 || block >= blocks || coveredPieces < 0 || coveredPieces > PIECES) {
                throw new IllegalArgumentException("no operation on " + coveredPieces + " pieces of block " + block);
            }
            if (size == kinds.length) {
                grow();
            }
            kinds[size] = (byte) kind.ordinal();
            pieces[size] = (byte) coveredPieces;
            of[size] = block;
            agents[size] = agent;
            invocations[size] = invocation;
            responses[size] = response;
            values[size] = value;
            torn[size] = WHOLE;
            size++;
            return this;
        }

        /** Adds a read whose words have more than one value; {@code read} has {@link #WORDS}. */
        public Builder addTorn(int agent, int block, int coveredPieces, long[] read, int invocation, int response) {
            add(Kind.READ, agent, block, coveredPieces, read[0], invocation, response);
            if (wordCount + WORDS > words.length) {
                words = Arrays.copyOf(words, 2 * words.length);
            }
            System.arraycopy(read, 0, words, wordCount, WORDS);
            torn[size - 1] = wordCount;
            wordCount += WORDS;
            return this;
        }

        private void grow() {
            int larger = 2 * size;
            kinds = Arrays.copyOf(kinds, larger);
            pieces = Arrays.copyOf(pieces, larger);
            of = Arrays.copyOf(of, larger);
            agents = Arrays.copyOf(agents, larger);
            invocations = Arrays.copyOf(invocations, larger);
            responses = Arrays.copyOf(responses, larger);
            values = Arrays.copyOf(values, larger);
            torn = Arrays.copyOf(torn, larger);
        }

        public BlockHistory build() {
            return new BlockHistory(this);
        }
    }
}
