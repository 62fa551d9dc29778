package dev.latchwork.tla;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many transitions of each action were found. A property says nothing about an action that was never taken.
 * Immutable.
 *
 * @param transitions by action name, as in the module
 */
public record ActionCoverage(Map<String, Long> transitions) {
    private static final Pattern LINE = Pattern.compile("<(\\w+) line [^>]*>: (\\d+):(\\d+)");

    /** Copies the map, sorted. */
    public ActionCoverage {
        transitions = Collections.unmodifiableMap(new TreeMap<>(transitions));
    }

    static ActionCoverage parse(List<String> messages) {
        Map<String, Long> transitions = new TreeMap<>();
        for (String message : messages) {
            Matcher line = LINE.matcher(message);
            if (line.find()) {
                transitions.merge(line.group(1), Long.parseLong(line.group(3)), Long::sum);
            }
        }
        return new ActionCoverage(transitions);
    }

    /** The transitions of all of them together. */
    public static ActionCoverage union(Collection<ActionCoverage> parts) {
        Map<String, Long> transitions = new TreeMap<>();
        parts.forEach(part -> part.transitions.forEach((action, count) -> transitions.merge(action, count, Long::sum)));
        return new ActionCoverage(transitions);
    }

    /** Whether the action was taken at all. */
    public boolean covers(String action) {
        return transitions.getOrDefault(action, 0L) > 0;
    }
}
