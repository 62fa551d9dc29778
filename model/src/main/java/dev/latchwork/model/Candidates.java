package dev.latchwork.model;

import java.util.Arrays;

/** A list of packed states, each with its parent and its hash, in the order in which they were added. Confined to one thread at a time. */
final class Candidates {
    private static final int FIRST_ROOM = 16;

    private final int wordsPerState;
    /** For each state its words, then its parent in the upper half of a word and its hash in the lower. */
    private final int stride;

    private long[] data;
    private int size;
    /** For each state the slot of its table, if it was marked as new there, else -1. */
    private int[] slots = new int[FIRST_ROOM];

    private int fresh;

    Candidates(int wordsPerState) {
        this.wordsPerState = wordsPerState;
        this.stride = wordsPerState + 1;
        this.data = new long[FIRST_ROOM * stride];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        fresh = 0;
    }

    /** Adds the state whose words start at {@code from} in {@code source}. */
    void add(long[] source, int from, int parent, int hash) {
        int at = size * stride;
        if (at == data.length) {
            data = Arrays.copyOf(data, data.length * 2);
            slots = Arrays.copyOf(slots, slots.length * 2);
        }
        for (int i = 0; i < wordsPerState; i++) {
            data[at + i] = source[from + i];
        }
        data[at + wordsPerState] = ((long) parent << Integer.SIZE) | Integer.toUnsignedLong(hash);
        slots[size] = -1;
        size++;
    }

    /** Marks the state at {@code index} as new, in {@code slot} of its table. */
    void markFresh(int index, int slot) {
        slots[index] = slot;
        fresh++;
    }

    /** The slot with which the state at {@code index} was marked as new, or -1. */
    int freshSlot(int index) {
        return slots[index];
    }

    /** Number of states that are marked as new. */
    int fresh() {
        return fresh;
    }

    /** The array that holds the words of each state. Valid until the next {@link #add}. */
    long[] data() {
        return data;
    }

    /** Where in {@link #data} the words of the state at {@code index} start. */
    int offset(int index) {
        return index * stride;
    }

    /** Number of the state from which the one at {@code index} was reached. */
    int parent(int index) {
        return (int) (data[index * stride + wordsPerState] >>> Integer.SIZE);
    }

    /** Hash of the state at {@code index}. */
    int hash(int index) {
        return (int) data[index * stride + wordsPerState];
    }

    /** Whether the words of the state at {@code index} are those that start at {@code from} in {@code source}. */
    boolean holds(int index, long[] source, int from) {
        int at = index * stride;
        for (int i = 0; i < wordsPerState; i++) {
            if (data[at + i] != source[from + i]) {
                return false;
            }
        }
        return true;
    }
}
