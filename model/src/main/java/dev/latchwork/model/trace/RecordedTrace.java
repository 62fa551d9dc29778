package dev.latchwork.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The events of one run, and the numbers of their beginnings and ends. Immutable; holds millions in a few arrays. */
public final class RecordedTrace {
    /*
     * Overview
     * 1 What it is: one entry in each array for an event, and for each number which event begins or ends there.
     * 2 Corresponds to: a recording of the code's probe, whose numbers these are.
     * 3 Representation: moments[n] = 2 * event + (1 if the event ends there) + 1, or 0 for a number that is not used. The
     *   I/Os of all batches stand one after the other in batches, those of an event from batchStart[event] to
     *   batchStart[event + 1].
     * 4 Invariants: begin <= end; no two events share a number.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: final fields, written once.
     * 8 Blocking and wakeup argument: none. 9 Departures: none.
     */
    private final int count;
    private final byte[] actions;
    private final int[] actors;
    private final int[] arguments;
    private final long[] ios;
    private final byte[] owed;
    private final int[] depths;
    private final byte[] running;
    private final int[] idle;
    private final int[] begins;
    private final int[] ends;
    private final int[] batchStart;
    private final long[] batches;
    private final int[] moments;

    private static final RecordedAction[] ACTIONS = RecordedAction.values();

    private RecordedTrace(Builder builder) {
        count = builder.count;
        actions = Arrays.copyOf(builder.actions, count);
        actors = Arrays.copyOf(builder.actors, count);
        arguments = Arrays.copyOf(builder.arguments, count);
        ios = Arrays.copyOf(builder.ios, count);
        owed = Arrays.copyOf(builder.owed, count);
        depths = Arrays.copyOf(builder.depths, count);
        running = Arrays.copyOf(builder.running, count);
        idle = Arrays.copyOf(builder.idle, count);
        begins = Arrays.copyOf(builder.begins, count);
        ends = Arrays.copyOf(builder.ends, count);
        batchStart = Arrays.copyOf(builder.batchStart, count + 1);
        batches = Arrays.copyOf(builder.batches, batchStart[count]);
        moments = new int[builder.lastNumber + 1];
        for (int event = 0; event < count; event++) {
            if (begins[event] != ends[event]) {
                occupy(begins[event], 2 * event + 1);
            }
            occupy(ends[event], 2 * event + 2);
        }
    }

    private void occupy(int number, int moment) {
        if (moments[number] != 0) {
            throw new IllegalArgumentException("two events have the number " + number);
        }
        moments[number] = moment;
    }

    /** The trace of these events in a row: none overlaps another. */
    public static RecordedTrace inARow(List<TraceEvent> events) {
        Builder builder = new Builder();
        int number = 1;
        for (TraceEvent event : events) {
            builder.add(event.at(number, number + 1));
            number += 2;
        }
        return builder.build();
    }

    /** How many events. */
    public int size() {
        return count;
    }

    /** The event {@code index}, 0 to {@code size() - 1}, in the order of their ends. */
    public TraceEvent event(int index) {
        List<Long> batch = List.of();
        if (batchStart[index + 1] > batchStart[index]) {
            batch = new ArrayList<>();
            for (int i = batchStart[index]; i < batchStart[index + 1]; i++) {
                batch.add(batches[i]);
            }
        }
        return new TraceEvent(
                action(index),
                actors[index],
                arguments[index],
                ios[index],
                batch,
                owed[index],
                depths[index],
                running[index],
                idle[index],
                begins[index],
                ends[index]);
    }

    RecordedAction action(int event) {
        return ACTIONS[actions[event]];
    }

    int actor(int event) {
        return actors[event];
    }

    int argument(int event) {
        return arguments[event];
    }

    long io(int event) {
        return ios[event];
    }

    int begin(int event) {
        return begins[event];
    }

    int end(int event) {
        return ends[event];
    }

    /** The highest number. */
    int lastNumber() {
        return moments.length - 1;
    }

    /** The event that begins or ends at {@code number}, or -1. */
    int eventAt(int number) {
        return moments[number] == 0 ? -1 : (moments[number] - 1) >> 1;
    }

    /** Whether the event at {@code number} ends there. */
    boolean endsAt(int number) {
        return (moments[number] & 1) == 0;
    }

    /** Collects events. Confined to its thread. */
    public static final class Builder {
        private int count;
        private byte[] actions = new byte[16];
        private int[] actors = new int[16];
        private int[] arguments = new int[16];
        private long[] ios = new long[16];
        private byte[] owed = new byte[16];
        private int[] depths = new int[16];
        private byte[] running = new byte[16];
        private int[] idle = new int[16];
        private int[] begins = new int[16];
        private int[] ends = new int[16];
        private int[] batchStart = new int[17];
        private long[] batches = new long[16];
        private int lastNumber;

        /** Adds an event; the caller adds them in the order of their ends. */
        @SuppressWarnings("EnumOrdinal") // never leaves this object
        public void add(TraceEvent event) {
            if (event.end() <= lastNumber || event.begin() > event.end() || event.begin() < 1) {
                throw new IllegalArgumentException(
                        "numbers " + event.begin() + " to " + event.end() + " cannot come after " + lastNumber);
            }
            grow(event.batch().size());
            actions[count] = (byte) event.action().ordinal();
            actors[count] = event.actor();
            arguments[count] = event.argument();
            ios[count] = event.io();
            owed[count] = (byte) event.owed();
            depths[count] = event.depth();
            running[count] = (byte) event.running();
            idle[count] = event.idle();
            begins[count] = event.begin();
            ends[count] = event.end();
            int at = batchStart[count];
            for (long io : event.batch()) {
                batches[at++] = io;
            }
            count++;
            batchStart[count] = at;
            lastNumber = event.end();
        }

        private void grow(int batch) {
            if (count == actions.length) {
                int more = count + (count >> 1);
                actions = Arrays.copyOf(actions, more);
                actors = Arrays.copyOf(actors, more);
                arguments = Arrays.copyOf(arguments, more);
                ios = Arrays.copyOf(ios, more);
                owed = Arrays.copyOf(owed, more);
                depths = Arrays.copyOf(depths, more);
                running = Arrays.copyOf(running, more);
                idle = Arrays.copyOf(idle, more);
                begins = Arrays.copyOf(begins, more);
                ends = Arrays.copyOf(ends, more);
                batchStart = Arrays.copyOf(batchStart, more + 1);
            }
            if (batchStart[count] + batch > batches.length) {
                batches = Arrays.copyOf(batches, batches.length + (batches.length >> 1) + batch);
            }
        }

        /** The trace of all that was added. */
        public RecordedTrace build() {
            return new RecordedTrace(this);
        }
    }
}
