package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import java.util.stream.IntStream;

/**
 * The clock at each number of a recording, in nanoseconds since its first one. Immutable. Two numbers that are in order may
 * have moments that are not; but the span between an event's two moments contains that between its numbers, so that whatever
 * order the numbers allow the moments allow too.
 */
public final class Moments {
    private final long[] nanos;

    private Moments(long[] nanos) {
        this.nanos = nanos;
    }

    /** Those of what the recorder holds, as a copy. */
    static Moments of(EventRecorder recorder) {
        int last = Math.toIntExact(recorder.rowsTaken());
        long[] clock = IntStream.rangeClosed(0, last)
                .mapToLong(number -> number == 0 ? 0 : recorder.momentOf(number))
                .toArray();
        long first = last == 0 ? 0 : clock[1];
        return new Moments(IntStream.rangeClosed(0, last)
                .mapToLong(number -> clock[number] - first)
                .toArray());
    }

    /** Nanoseconds at a number that an event of the recording has. */
    long at(int number) {
        return nanos[number];
    }
}
