package dev.latchwork.tla.binding;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.timeline.FlatState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States of a graph, taken apart and compared in words. Stateless. */
final class StateWords {
    private StateWords() {}

    /** The variables of a state, by name, of its text as a {@link LabelledGraph} has it. */
    static Map<String, String> variables(String state) {
        Map<String, String> variables = new LinkedHashMap<>();
        state.lines().forEach(line -> {
            int at = line.indexOf(" = ");
            variables.put(line.substring(0, at), line.substring(at + 3));
        });
        return variables;
    }

    /** Such as {@code idle is {0}, not {}}: each entry of {@code actual} that {@code expected} has otherwise. */
    static List<String> differences(String actual, String expected) {
        Map<String, String> right = FlatState.of(variables(expected)).entries();
        List<String> differences = new ArrayList<>();
        FlatState.of(variables(actual)).entries().forEach((name, value) -> {
            if (!value.equals(right.get(name))) {
                differences.add(name + " is " + value + ", not " + right.getOrDefault(name, "there"));
            }
        });
        return differences;
    }

    /**
     * In a sentence, what is wrong with a step that the specification does not have.
     *
     * @param action with its arguments
     * @param to the state that it leads to
     * @param instead the states to which the specification lets the same action lead
     */
    static String sentence(String action, String to, List<String> instead) {
        return instead.stream()
                .map(right -> differences(to, right))
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .map(differences -> action + " does not lead where the specification says: after it "
                        + String.join("; ", differences) + ".")
                .orElse("The specification has no " + action + " here.");
    }

    /** The states to which the specification lets the action lead from {@code from}. */
    static List<String> ends(LabelledGraph specification, String from, String action) {
        return specification.stepsFrom(from).stream()
                .filter(step -> step.action().equals(action))
                .map(LabelledGraph.Step::to)
                .sorted()
                .toList();
    }
}
