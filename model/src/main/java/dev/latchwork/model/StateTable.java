package dev.latchwork.model;

/** Finds the number of a state by its hash: the part of a graph's states whose hash chose this table. Confined to one thread at a time. */
final class StateTable {
    /*
     * Overview
     * 1 What it is: an open-addressing hash table from states to their numbers.
     * 2 Corresponds to: none.
     * 3 Representation: an entry is the hash in the upper half and the number + 1 in the lower; 0 is free. The states
     *   stand elsewhere, and the stored hash spares looking there for nearly all that differ. At most two thirds are
     *   taken. The slot comes from the low bits of the hash, since its high bits chose the table.
     * 4 Invariants: each number is in one table once. A slot keeps its entry until the table grows.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: plain.
     * 8 Blocking and wakeup argument: none. 9 Departures, gaps, references: none.
     */
    private static final int FIRST_SIZE = 1 << 6;
    private static final long NUMBER_MASK = 0xFFFF_FFFFL;

    private final MemoryLimit memory;
    private long[] entries = new long[FIRST_SIZE];
    private int taken;

    StateTable(MemoryLimit memory) {
        this.memory = memory;
    }

    /** Whether a state with a given number is the one that is looked for. */
    @FunctionalInterface
    interface Match {
        boolean isNumber(int number);
    }

    /** Makes room for {@code count} more, so that slots stay where they are meanwhile. */
    void ensureRoom(int count) {
        long wanted = ((long) taken + count) * 3 / 2 + 1;
        if (wanted <= entries.length) {
            return;
        }
        long length = entries.length;
        while (length < wanted) {
            length *= 2;
        }
        memory.claim(length * Long.BYTES, taken);
        long[] old = entries;
        entries = new long[(int) length];
        for (long entry : old) {
            if (entry != 0) {
                entries[freeSlot(hash(entry))] = entry;
            }
        }
        memory.release((long) old.length * Long.BYTES);
    }

    private int freeSlot(int hash) {
        int last = entries.length - 1;
        int slot = hash & last;
        while (entries[slot] != 0) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    /** The slot that holds the state that {@code match} accepts, or the free one where it belongs. */
    int slotOf(int hash, Match match) {
        int last = entries.length - 1;
        int slot = hash & last;
        for (long entry = entries[slot]; entry != 0; entry = entries[slot]) {
            if (hash(entry) == hash && match.isNumber(number(entry))) {
                break;
            }
            slot = (slot + 1) & last;
        }
        return slot;
    }

    /** Number of the state in {@code slot}, or -1 when it is free. */
    int numberAt(int slot) {
        return number(entries[slot]);
    }

    /** Puts a state into a free slot. */
    void put(int slot, int hash, int number) {
        entries[slot] = entry(hash, number);
        taken++;
    }

    /** Gives the state in {@code slot} another number. */
    void renumber(int slot, int number) {
        entries[slot] = entry(hash(entries[slot]), number);
    }

    private static long entry(int hash, int number) {
        return ((long) hash << Integer.SIZE) | (number + 1);
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int number(long entry) {
        return (int) (entry & NUMBER_MASK) - 1;
    }
}
