package dev.latchwork.model;

import java.util.ArrayList;
import java.util.List;

/** Where each variable of the protocol stands in the words of a packed state, for given bounds. Immutable. */
final class StateLayout {
    private static final int POINT_BITS = 4;
    private static final int SUBMITTER_POINT_BITS = 2;
    private static final int IO_STATUS_BITS = 2;

    private final Bounds bounds;
    private final int owedRoom;
    /** Bits taken in each word so far. */
    private final List<Integer> taken = new ArrayList<>();

    final PackedArray queue;
    final PackedArray idle;
    final PackedArray inUse;
    final PackedArray latch;
    final PackedArray exitRequested;
    final PackedArray point;
    final PackedArray hand;
    final PackedArray[] owed;
    final PackedArray starting;
    final PackedArray[] leavers;
    final PackedArray target;
    final PackedArray submitterPoint;
    final PackedArray submitterOwed;
    final PackedArray[] leftover;
    final PackedArray io;
    final PackedArray underWay;
    final PackedArray interrupted;
    final PackedArray waited;
    final PackedArray[] issued;
    final PackedArray reloads;
    final PackedArray interrupts;
    final PackedArray reopenFailures;
    final int words;

    /**
     * @param owedRoom the most wakeups that one worker owes at once, 0 or more
     * @throws IllegalArgumentException when a variable does not fit into one word
     */
    StateLayout(Bounds bounds, int owedRoom) {
        this.bounds = bounds;
        this.owedRoom = owedRoom;
        int workers = bounds.workers();
        int submitters = bounds.submitters();
        int ioBits = bitsFor(bounds.ios());
        int targetBits = bitsFor(workers + 1);
        // One more than can be right: an excess must be seen by an invariant, not stopped by the encoding.
        int countBits = bitsFor(bounds.largestPool() + 1);
        queue = place("queue", ioBits, bounds.capacity() + bounds.maxBatch());
        idle = place("idle", workers, 1);
        inUse = place("inUse", workers, 1);
        latch = place("latch", workers, 1);
        exitRequested = place("exitRequested", workers, 1);
        point = place("point", POINT_BITS, workers);
        hand = place("hand", ioBits, workers);
        owed = placeEach("owed", targetBits, Math.max(1, owedRoom), workers);
        starting = place("starting", countBits, 1);
        // An entry is 0 when it is free, else 1 more than its set of a bit for each worker and one for the null latch.
        leavers = placeEach("leavers", workers + 2, 1, bounds.largestPool() + 1);
        target = place("target", countBits, 1);
        submitterPoint = place("submitterPoint", SUBMITTER_POINT_BITS, submitters);
        submitterOwed = place("submitterOwed", targetBits, submitters);
        leftover = placeEach("leftover", ioBits, bounds.maxBatch(), submitters);
        io = place("io", IO_STATUS_BITS, bounds.ios());
        underWay = place("underWay", workers, 1);
        interrupted = place("interrupted", workers, 1);
        waited = place("waited", workers, 1);
        issued = placeEach("issued", bounds.ios(), 1, bounds.closes() ? submitters : 0);
        reloads = place("reloads", bitsFor(bounds.maxReloads() + 1), 1);
        interrupts = place("interrupts", bitsFor(bounds.maxInterrupts() + 1), 1);
        reopenFailures = place("reopenFailures", bitsFor(bounds.maxReopenFailures() + 1), 1);
        words = taken.size();
    }

    private static int bitsFor(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    private PackedArray place(String name, int width, int length) {
        int bits = width * length;
        if (bits > Long.SIZE) {
            throw new IllegalArgumentException(name + " needs " + bits + " bits, more than the " + Long.SIZE
                    + " of one word: lower the bounds " + bounds);
        }
        int word = 0;
        while (word < taken.size() && taken.get(word) + bits > Long.SIZE) {
            word++;
        }
        if (word == taken.size()) {
            taken.add(0);
        }
        int shift = taken.get(word);
        taken.set(word, shift + bits);
        return new PackedArray(name, word, shift, width, length);
    }

    private PackedArray[] placeEach(String name, int width, int length, int count) {
        List<PackedArray> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrays.add(place(name + "[" + i + "]", width, length));
        }
        return arrays.toArray(PackedArray[]::new);
    }

    Bounds bounds() {
        return bounds;
    }

    /** An entry of {@link #leavers}: number of the set {@code owes} in a packed state, never 0. */
    int encodeLeaver(int owes) {
        int nullLatch = (owes & WakeupTarget.NULL_LATCH_BIT) == 0 ? 0 : 1 << bounds.workers();
        return ((owes & ~WakeupTarget.NULL_LATCH_BIT) | nullLatch) + 1;
    }

    /** Reverses {@link #encodeLeaver}. */
    int decodeLeaver(int code) {
        int owes = code - 1;
        int nullLatch = 1 << bounds.workers();
        return (owes & nullLatch) == 0 ? owes : (owes & ~nullLatch) | WakeupTarget.NULL_LATCH_BIT;
    }

    /** Layouts are equal when they place the same variables at the same bits. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof StateLayout that && owedRoom == that.owedRoom && bounds.equals(that.bounds));
    }

    @Override
    public int hashCode() {
        return bounds.hashCode() * 31 + owedRoom;
    }
}
