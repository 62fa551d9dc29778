package dev.latchwork.tla;

import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.tla.trace.Counterexample.Change;
import dev.latchwork.tla.trace.Counterexample.Step;
import dev.latchwork.tla.trace.Counterexample.Variable;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.protocol.ProtocolActions.ProtocolAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a counterexample as a table: one line for each step. Immutable. */
public final class CounterexampleTable {
    private static final int COLUMNS = 5;

    /** What stands for a step that no code takes. */
    private static final String THE_FAULT = "none: the fault";

    private final ProtocolActions actions;

    /** A table that names the C functions and Java methods of these actions. */
    public CounterexampleTable(ProtocolActions actions) {
        this.actions = actions;
    }

    /**
     * The counterexample as text.
     *
     * @param title what is violated
     */
    public String write(String title, Counterexample counterexample) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("#", "action", "C", "Java", "changes"));
        rows.add(List.of("1", "(initial state)", "", "", ""));
        int number = 1;
        for (Step step : counterexample.steps()) {
            number++;
            String action = ProtocolActions.unbounded(step.action());
            rows.add(List.of(
                    Integer.toString(number),
                    action + arguments(step),
                    actions.find(action).map(ProtocolAction::c).orElse(THE_FAULT),
                    actions.find(action).map(ProtocolAction::java).orElse(THE_FAULT),
                    changes(step)));
        }
        return String.join(
                        "\n",
                        title,
                        "",
                        table(rows),
                        ending(counterexample, number),
                        "",
                        "Initial state:",
                        state(counterexample.initialState()),
                        "",
                        "Last state:",
                        state(counterexample.lastState()))
                + "\n";
    }

    private static String arguments(Step step) {
        return step.arguments().isEmpty() ? "" : "(" + String.join(", ", step.arguments()) + ")";
    }

    private static String changes(Step step) {
        return step.changes().stream().map(CounterexampleTable::change).collect(Collectors.joining(", "));
    }

    private static String change(Change change) {
        return change.what() + ": " + change.from() + " -> " + change.to();
    }

    private static String ending(Counterexample counterexample, int last) {
        return switch (counterexample.ending()) {
            case STOPS -> "Violated in state " + last + ".";
            case STUTTERS -> "Nothing happens after state " + last + ".";
            case LOOPS -> "State " + last + " is state " + counterexample.loopsTo() + " again.";
        };
    }

    private static String state(List<Variable> variables) {
        return variables.stream()
                .map(variable -> "  " + variable.name() + " = " + variable.value())
                .collect(Collectors.joining("\n"));
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[COLUMNS];
        for (List<String> row : rows) {
            for (int column = 0; column < COLUMNS; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
