package dev.latchwork.tla.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A state graph with texts for states and actions. A state is the text of all its variables, each on a line of the form
 * {@code name = value}, by name; a value has the form that {@link ValueText} gives it; an action has its arguments, such
 * as {@code Perform(0, 1)}. Two programs that keep to this can be compared. Not thread-safe while it grows.
 */
public final class LabelledGraph {
    private static final int SHOWN = 5;

    /**
     * An edge without its source.
     *
     * @param action with its arguments
     * @param to the state that it leads to
     */
    public record Step(String action, String to) {}

    private final Set<String> initial = new HashSet<>();
    private final Map<String, Set<Step>> steps = new HashMap<>();
    private long edges;

    /** Adds a state from which a behaviour may begin. */
    public void addInitial(String state) {
        initial.add(state);
        steps.putIfAbsent(state, new HashSet<>());
    }

    /** Adds an edge and its two states. */
    public void addEdge(String from, String action, String to) {
        steps.putIfAbsent(to, new HashSet<>());
        if (steps.computeIfAbsent(from, state -> new HashSet<>()).add(new Step(action, to))) {
            edges++;
        }
    }

    /** The states from which a behaviour may begin. */
    public Set<String> initialStates() {
        return Set.copyOf(initial);
    }

    /** Every state. */
    public Set<String> allStates() {
        return Collections.unmodifiableSet(steps.keySet());
    }

    /** The edges from a state; none from a state that the graph does not have. */
    public Set<Step> stepsFrom(String state) {
        return Collections.unmodifiableSet(steps.getOrDefault(state, Set.of()));
    }

    /** Number of states. */
    public int states() {
        return steps.size();
    }

    /** Number of different edges: source, action with arguments, and end. */
    public long edges() {
        return edges;
    }

    /** The state of all variables, in the form of this class. */
    public static String state(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(variables.keySet())) {
            text.append(name).append(" = ").append(variables.get(name)).append('\n');
        }
        return text.toString();
    }

    /**
     * What this graph and {@code other} do not have in common; empty if they are equal. At most a few of each kind, each
     * with the whole state.
     */
    public List<String> differences(LabelledGraph other) {
        List<String> differences = new ArrayList<>();
        addDifferences(differences, "initial state", initial, other.initial);
        addDifferences(differences, "state", steps.keySet(), other.steps.keySet());
        int shown = 0;
        for (Map.Entry<String, Set<Step>> entry : steps.entrySet()) {
            Set<Step> others = other.steps.getOrDefault(entry.getKey(), Set.of());
            if (shown < SHOWN
                    && other.steps.containsKey(entry.getKey())
                    && !entry.getValue().equals(others)) {
                shown++;
                addDifferences(differences, "step from\n" + entry.getKey() + "by", entry.getValue(), others);
            }
        }
        return differences;
    }

    private static <T> void addDifferences(List<String> differences, String kind, Set<T> here, Set<T> there) {
        onlyIn(here, there).forEach(element -> differences.add("only here: " + kind + "\n" + element));
        onlyIn(there, here).forEach(element -> differences.add("only there: " + kind + "\n" + element));
    }

    private static <T> List<T> onlyIn(Set<T> here, Set<T> there) {
        return here.stream()
                .filter(element -> !there.contains(element))
                .limit(SHOWN)
                .toList();
    }
}
