package dev.latchwork.tla.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state with an entry for each variable, and of a variable that is a function for each element: {@code latch[0]}. Values are
 * TLA+ text, as TLC writes them or as the state graphs do. Immutable.
 */
public final class FlatState {
    static final String NONE = "None";

    /** A function on 1..n, which is written as the sequence that it is; the other sequences are values. */
    private static final String BY_NUMBER = "io";

    private final Map<String, String> entries;

    private FlatState(Map<String, String> entries) {
        this.entries = entries;
    }

    /** The state of these variables. */
    public static FlatState of(Map<String, String> variables) {
        Map<String, String> entries = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            Map<String, String> elements = name.equals(BY_NUMBER) ? numbered(value) : function(value);
            if (elements.isEmpty()) {
                entries.put(name, value);
            } else {
                elements.forEach((element, of) -> entries.put(name + "[" + element + "]", of));
            }
        });
        return new FlatState(entries);
    }

    /** The state after these entries have got other values. */
    FlatState with(Map<String, String> changed) {
        Map<String, String> after = new LinkedHashMap<>(entries);
        after.putAll(changed);
        return new FlatState(after);
    }

    /** The entries, by name, in the order of the variables. */
    public Map<String, String> entries() {
        return entries;
    }

    /** The value of an entry; empty if the state has none of that name. */
    Optional<String> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The elements of a set or sequence; empty if the state has no such entry. */
    List<String> elements(String name) {
        return get(name).map(FlatState::listed).orElse(List.of());
    }

    /** The same, as numbers; what is no number counts as {@code other}. */
    List<Integer> numbers(String name, int other) {
        return elements(name).stream().map(element -> number(element, other)).toList();
    }

    static int number(String text, int other) {
        return text.matches("\\d+") ? Integer.parseInt(text) : other;
    }

    /** The arguments for which the function {@code name} has an entry. */
    List<String> domain(String name) {
        String start = name + "[";
        return entries.keySet().stream()
                .filter(entry -> entry.startsWith(start))
                .map(entry -> entry.substring(start.length(), entry.length() - 1))
                .toList();
    }

    /** The elements of a set or sequence. */
    static List<String> listed(String value) {
        if (value.startsWith("<<") && value.endsWith(">>")) {
            return split(value.substring(2, value.length() - 2), ",");
        }
        return value.startsWith("{") ? split(value.substring(1, value.length() - 1), ",") : List.of();
    }

    /** The arguments of an action, of its text from the bracket on. */
    public static List<String> arguments(String bracketed) {
        return split(bracketed.substring(1, bracketed.length() - 1), ",");
    }

    private static Map<String, String> numbered(String sequence) {
        Map<String, String> elements = new LinkedHashMap<>();
        listed(sequence).forEach(element -> elements.put(Integer.toString(elements.size() + 1), element));
        return elements;
    }

    private static Map<String, String> function(String value) {
        Map<String, String> elements = new LinkedHashMap<>();
        boolean ofTlc = value.startsWith("(") && value.contains(":>");
        if (!ofTlc && !(value.startsWith("[") && value.contains("|->"))) {
            return elements;
        }
        String arrow = ofTlc ? ":>" : "|->";
        for (String element : split(value.substring(1, value.length() - 1), ofTlc ? "@@" : ",")) {
            List<String> sides = split(element, arrow);
            elements.put(sides.get(0), String.join(" " + arrow + " ", sides.subList(1, sides.size())));
        }
        return elements;
    }

    /** The parts between separators that stand within no bracket. */
    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            // Of ":>" and "|->" the last character closes nothing.
            boolean isArrow = letter == '>' && at > 0 && (text.charAt(at - 1) == ':' || text.charAt(at - 1) == '-');
            if (depth == 0 && text.startsWith(separator, at)) {
                parts.add(text.substring(start, at).strip());
                start = at + separator.length();
                at = start - 1;
            } else if ("({[<".indexOf(letter) >= 0) {
                depth++;
            } else if (")}]>".indexOf(letter) >= 0 && !isArrow) {
                depth--;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }
}
