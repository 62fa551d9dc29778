package dev.latchwork.tla.graph;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Values as text, with one text for each value: elements of sets and of domains in the order of their texts, a function
 * on 1..n as the sequence that it is. Numbers and model values are plain, strings quoted. Stateless.
 */
public final class ValueText {
    private ValueText() {}

    /** Such as {@code TRUE}. */
    public static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** Such as {@code "Ready"}. */
    public static String string(Object value) {
        return "\"" + value + "\"";
    }

    /** Such as {@code <<1, 2>>}, of texts of values. */
    public static String sequence(Collection<String> elements) {
        return elements.stream().collect(Collectors.joining(", ", "<<", ">>"));
    }

    /** Such as {@code {1, 2}}, of texts of values. */
    public static String set(Collection<String> elements) {
        return new TreeSet<>(elements).stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /** Such as {@code [0 |-> TRUE, 1 |-> FALSE]}, of texts of values; no sequence. */
    public static String function(Map<String, String> elements) {
        return new TreeMap<>(elements)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " |-> " + entry.getValue())
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
