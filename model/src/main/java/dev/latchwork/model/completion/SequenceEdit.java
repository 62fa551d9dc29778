package dev.latchwork.model.completion;

import java.util.ArrayList;
import java.util.List;

/** Sequences that differ by one element. Stateless. */
final class SequenceEdit {
    private SequenceEdit() {}

    static <T> List<T> append(List<T> sequence, T element) {
        List<T> longer = new ArrayList<>(sequence);
        longer.add(element);
        return longer;
    }

    static <T> List<T> without(List<T> sequence, T element) {
        return sequence.stream().filter(other -> !other.equals(element)).toList();
    }

    static <T> List<T> tail(List<T> sequence) {
        return sequence.subList(1, sequence.size());
    }
}
