package dev.latchwork.model;

import java.util.Arrays;

/** A set of packed states in the order of their discovery, numbered from 0. Confined to its thread. */
final class StateStore {
    /*
     * Overview
     * 1 What it is: the explored states, kept exactly (no fingerprints, hence no collisions that hide a state).
     * 2 Corresponds to: none.
     * 3 Representation: the words of state n stand at n * wordsPerState in a chunked array that grows without copying;
     *   an open-addressing table of numbers + 1 (0: free), at most two thirds full, finds them. A state of two words
     *   costs about 16 + 6 to 12 bytes, so that twenty million fit into less than 600 MB.
     * 4 Invariants: each number below size() is in the table once.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: at most 2^30 states.
     */
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_STATES = 1 << CHUNK_BITS;
    private static final int FIRST_TABLE_SIZE = 1 << 12;
    private static final int MAX_TABLE_SIZE = 1 << 30;

    private final StateLayout layout;
    private final int wordsPerState;
    private long[][] chunks = new long[16][];
    private int[] table = new int[FIRST_TABLE_SIZE];
    private int size;

    StateStore(StateLayout layout) {
        this.layout = layout;
        this.wordsPerState = layout.words;
    }

    int size() {
        return size;
    }

    /** Number of {@code state}, which is the old {@link #size} when it was not here before. */
    int add(ProtocolState state) {
        int slot = slotOf(state.words());
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        int number = size++;
        write(number, state.words());
        table[slot] = number + 1;
        if (size > table.length / 3 * 2) {
            growTable();
        }
        return number;
    }

    /** Number of {@code state}, or -1 when it is not here. */
    int find(ProtocolState state) {
        return table[slotOf(state.words())] - 1;
    }

    /** State {@code number}, 0 to {@code size() - 1}. */
    ProtocolState get(int number) {
        int from = offset(number);
        return ProtocolState.ofWords(layout, Arrays.copyOfRange(chunk(number), from, from + wordsPerState));
    }

    /** The slot that holds {@code words}, or the free one where they belong. */
    private int slotOf(long[] words) {
        int last = table.length - 1;
        int slot = PackedHash.of(words) & last;
        while (table[slot] != 0 && !holds(table[slot] - 1, words)) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private boolean holds(int number, long[] words) {
        long[] chunk = chunk(number);
        int from = offset(number);
        for (int i = 0; i < wordsPerState; i++) {
            if (chunk[from + i] != words[i]) {
                return false;
            }
        }
        return true;
    }

    private void write(int number, long[] words) {
        int index = number >>> CHUNK_BITS;
        if (index == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (chunks[index] == null) {
            chunks[index] = new long[CHUNK_STATES * wordsPerState];
        }
        System.arraycopy(words, 0, chunks[index], offset(number), wordsPerState);
    }

    private long[] chunk(int number) {
        return chunks[number >>> CHUNK_BITS];
    }

    private int offset(int number) {
        return (number & (CHUNK_STATES - 1)) * wordsPerState;
    }

    private void growTable() {
        if (table.length == MAX_TABLE_SIZE) {
            throw new IllegalStateException(size + " states are more than a store can hold: lower the bounds");
        }
        table = new int[table.length * 2];
        long[] words = new long[wordsPerState];
        for (int number = 0; number < size; number++) {
            System.arraycopy(chunk(number), offset(number), words, 0, wordsPerState);
            table[slotOf(words)] = number + 1;
        }
    }
}
