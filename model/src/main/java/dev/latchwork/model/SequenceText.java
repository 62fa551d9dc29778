package dev.latchwork.model;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes sequences and sets as the specification does. */
final class SequenceText {
    private SequenceText() {}

    /** Such as {@code <<3, 1>>}. */
    static String of(IntStream elements) {
        return elements.mapToObj(Integer::toString).collect(Collectors.joining(", ", "<<", ">>"));
    }

    /** Wakeup targets, such as {@code <<2, NullLatch>>}. */
    static String ofTargets(IntStream targets) {
        return targets.mapToObj(WakeupTarget::text).collect(Collectors.joining(", ", "<<", ">>"));
    }

    /** The positions of the set bits, such as {@code {0, 2}}. */
    static String ofBits(int bits) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> (bits & (1 << bit)) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A bag of sets of latches, such as {@code <<{}, {0, 2}>>}. */
    static String ofSets(IntStream sets) {
        return sets.mapToObj(set -> set == WakeupTarget.NULL_LATCH_BIT ? "{NullLatch}" : ofBits(set))
                .collect(Collectors.joining(", ", "<<", ">>"));
    }
}
