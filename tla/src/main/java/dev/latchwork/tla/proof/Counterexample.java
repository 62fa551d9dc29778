package dev.latchwork.tla.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A state in which an obligation fails. For a step: a state that has the invariant, and one after it that has not. It need
 * not be reachable. Immutable.
 *
 * @param broken the conjunct or property that fails
 * @param action the action that is taken, or {@code null} when no step is
 * @param arguments its arguments
 * @param before the state before the step, or the only one
 * @param after the state after it; the same without a step
 */
public record Counterexample(
        String broken,
        String action,
        Map<Variable, Long> arguments,
        Map<Variable, Long> before,
        Map<Variable, Long> after) {

    /** Copies the maps. */
    public Counterexample {
        arguments = new LinkedHashMap<>(arguments);
        before = new LinkedHashMap<>(before);
        after = new LinkedHashMap<>(after);
    }

    /** The variables that the step changes, in their order. */
    public List<Variable> changed() {
        return before.keySet().stream()
                .filter(variable -> !before.get(variable).equals(after.get(variable)))
                .toList();
    }

    /** In the words of the protocol: the action with its arguments, what is true before it, and what it changes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(broken).append(" fails").append(action == null ? "" : " after " + action + argumentText());
        line(text, action == null ? "state" : "before", stateText());
        for (Variable variable : changed()) {
            line(
                    text,
                    "step",
                    variable.name() + ": " + variable.kind().text(before.get(variable)) + " -> "
                            + variable.kind().text(after.get(variable)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String title, String content) {
        text.append(String.format("%n  %-7s %s", title, content));
    }

    private String argumentText() {
        return arguments.isEmpty()
                ? ""
                : arguments.entrySet().stream()
                        .map(argument -> argument.getKey().name() + " = "
                                + argument.getKey().kind().text(argument.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What is neither zero nor empty nor false. */
    private String stateText() {
        String text = before.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry ->
                        entry.getKey().name() + " = " + entry.getKey().kind().text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "everything empty or zero" : text;
    }
}
