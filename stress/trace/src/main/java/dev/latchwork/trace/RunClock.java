package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import java.util.stream.IntStream;

/**
 * The clock at each number of a recording, in nanoseconds since its first one. Immutable. Readings of two numbers need not have
 * the numbers' order; but the span between the two readings of an event contains that between its numbers, so that the clock
 * allows whatever order the numbers allow.
 */
public final class RunClock {
    private final long[] nanos;

    private RunClock(long[] nanos) {
        this.nanos = nanos;
    }

    /** That of what the recorder holds, as a copy. */
    static RunClock of(EventRecorder recorder) {
        int last = Math.toIntExact(recorder.rowsTaken());
        long[] read = IntStream.rangeClosed(0, last)
                .mapToLong(number -> number == 0 ? 0 : recorder.nanosAt(number))
                .toArray();
        long first = last == 0 ? 0 : read[1];
        return new RunClock(IntStream.rangeClosed(0, last)
                .mapToLong(number -> read[number] - first)
                .toArray());
    }

    /** Nanoseconds at a number that an event of the recording has. */
    long at(int number) {
        return nanos[number];
    }
}
