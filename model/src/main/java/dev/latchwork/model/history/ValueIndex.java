package dev.latchwork.model.history;

import java.util.Arrays;

/** Gives each distinct value a number, from 0 on, in the order of their first use. Not thread-safe. */
final class ValueIndex {
    private static final int SMALLEST = 16;

    private long[] values = new long[SMALLEST];
    private int count;
    /** Open addressing; the number of a value plus one, or 0. */
    private int[] table = new int[2 * SMALLEST];

    /** The number of {@code value}, a new one if it has none. */
    int numberOf(long value) {
        int at = slot(value);
        if (table[at] != 0) {
            return table[at] - 1;
        }
        if (count == values.length) {
            grow();
            at = slot(value);
        }
        values[count] = value;
        table[at] = ++count;
        return count - 1;
    }

    /** How many values have a number. */
    int count() {
        return count;
    }

    long value(int number) {
        return values[number];
    }

    private int slot(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        int at = (int) (mixed >>> 32) & (table.length - 1);
        while (table[at] != 0 && values[table[at] - 1] != value) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        values = Arrays.copyOf(values, 2 * values.length);
        table = new int[2 * values.length];
        for (int number = 0; number < count; number++) {
            table[slot(values[number])] = number + 1;
        }
    }
}
