package dev.latchwork.model;

import java.util.stream.IntStream;

/**
 * The I/Os of one submit: the run of ids {@code first} to {@code first + size - 1}. I/Os are interchangeable until they
 * are submitted, so that giving out ids in the order of submission loses no behaviour. Immutable.
 *
 * @param first the lowest id, at least 1
 * @param size number of I/Os, at least 1
 */
public record Batch(int first, int size) {
    /** Throws {@link IllegalArgumentException} when {@code first} or {@code size} is below 1. */
    public Batch {
        if (first < 1 || size < 1) {
            throw new IllegalArgumentException("a batch starts at 1 or above and holds at least one I/O, but first = "
                    + first + " and size = " + size);
        }
    }

    /** The highest id. */
    public int last() {
        return first + size - 1;
    }

    /** The ids, lowest first: the order in which they are inserted. */
    public IntStream ids() {
        return IntStream.rangeClosed(first, last());
    }

    /** Whether these are the next ids to give out, and within the bounds. */
    boolean isNextOf(ProtocolState state) {
        return first == state.nextIo() && last() <= state.bounds().ios();
    }

    /** The ids as the specification writes a sequence, such as {@code <<1, 2>>}. */
    @Override
    public String toString() {
        return SequenceText.of(ids());
    }
}
