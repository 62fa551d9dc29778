package dev.latchwork.model;

import java.util.Arrays;

/**
 * The packed states of an exploration and their parents, by number. Numbers below the size are read only; those that
 * {@link #reserve} added may be written by different threads, each number by one.
 */
final class StateStore {
    /*
     * Overview
     * 1 What it is: the explored states, kept exactly (no fingerprints, hence no collisions that hide a state).
     * 2 Corresponds to: none.
     * 3 Representation: the words of state n stand at n * wordsPerState in a chunked array that grows without copying,
     *   its parent in another. A state of two words takes 20 bytes here and 12 to 24 in its StateTable.
     * 4 Invariants: each number below size() has its chunk.
     * 5 Guards and lock order: reserve runs while no other thread uses the store.
     * 6 Linearization points: none.
     * 7 Memory ordering: plain; the end of a phase (WorkCrew) orders the writes before whoever reads them.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: at most 2^30 states.
     */
    static final int MAX_STATES = 1 << 30;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_STATES = 1 << CHUNK_BITS;

    private final int wordsPerState;
    private final MemoryLimit memory;
    private long[][] words = new long[16][];
    /** For each state the one from which it was discovered; the initial state is its own parent. */
    private int[][] parents = new int[16][];

    private int chunks;
    private int size;

    StateStore(int wordsPerState, MemoryLimit memory) {
        this.wordsPerState = wordsPerState;
        this.memory = memory;
    }

    int size() {
        return size;
    }

    /** Makes room for {@code count} more states, whose numbers are the next ones. */
    void reserve(int count) {
        if (count > MAX_STATES - size) {
            throw new IllegalStateException(
                    MAX_STATES + " states are the most that a store can hold: lower the bounds");
        }
        size += count;
        while (chunks << CHUNK_BITS < size) {
            if (chunks == words.length) {
                words = Arrays.copyOf(words, chunks * 2);
                parents = Arrays.copyOf(parents, chunks * 2);
            }
            memory.claim((long) CHUNK_STATES * (wordsPerState * Long.BYTES + Integer.BYTES), size);
            words[chunks] = new long[CHUNK_STATES * wordsPerState];
            parents[chunks] = new int[CHUNK_STATES];
            chunks++;
        }
    }

    /** Sets state {@code number} to the words that start at {@code from} in {@code source}, and its parent. */
    void write(int number, long[] source, int from, int parent) {
        System.arraycopy(source, from, words[number >>> CHUNK_BITS], offset(number), wordsPerState);
        parents[number >>> CHUNK_BITS][number & (CHUNK_STATES - 1)] = parent;
    }

    /** Copies the words of state {@code number} to {@code target}. */
    void read(int number, long[] target) {
        System.arraycopy(words[number >>> CHUNK_BITS], offset(number), target, 0, wordsPerState);
    }

    /** Whether the words that start at {@code from} in {@code source} are those of state {@code number}. */
    boolean holds(int number, long[] source, int from) {
        long[] chunk = words[number >>> CHUNK_BITS];
        int at = offset(number);
        for (int i = 0; i < wordsPerState; i++) {
            if (chunk[at + i] != source[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Number of the state from which state {@code number} was discovered. */
    int parent(int number) {
        return parents[number >>> CHUNK_BITS][number & (CHUNK_STATES - 1)];
    }

    private int offset(int number) {
        return (number & (CHUNK_STATES - 1)) * wordsPerState;
    }
}
