package dev.latchwork.model.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables of a state as text, under the names and in the notation of the specification. Stateless. */
public final class CompletionText {
    private CompletionText() {}

    /** Each variable of the specification with its value, in the specification's order. */
    public static Map<String, String> variables(CompletionState state) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("state", function(state.handles(), handle -> quoted(handle.state())));
        variables.put("generation", function(state.handles(), handle -> Integer.toString(handle.generation())));
        variables.put("result", function(state.handles(), handle -> outcome(handle.result())));
        variables.put("waiting", function(state.handles(), handle -> sequence(handle.waiting(), String::valueOf)));
        variables.put("sessionPoint", function(state.sessions(), session -> quoted(session.point())));
        variables.put("latch", function(state.sessions(), session -> bool(session.latch())));
        variables.put("staged", function(state.sessions(), session -> sequence(session.staged(), String::valueOf)));
        variables.put("inFlight", function(state.sessions(), session -> sequence(session.inFlight(), String::valueOf)));
        variables.put("recycling", function(state.sessions(), session -> number(session.recycling())));
        variables.put("awaited", ofWaits(state, wait -> number(wait.awaited())));
        variables.put("awaitedGeneration", ofWaits(state, wait -> Integer.toString(wait.generation())));
        variables.put("prepared", ofWaits(state, wait -> bool(wait.prepared())));
        variables.put("seen", ofWaits(state, wait -> bool(wait.seen())));
        variables.put("got", ofWaits(state, wait -> outcome(wait.got())));
        variables.put("executorPoint", function(state.executors(), executor -> quoted(executor.point())));
        variables.put("executing", function(state.executors(), executor -> number(executor.executing())));
        variables.put("remaining", function(state.executors(), executor -> Integer.toString(executor.remaining())));
        variables.put("waking", function(state.executors(), executor -> number(executor.waking())));
        variables.put(
                "h_outcome", function(state.handles(), handle -> sequence(handle.outcomes(), CompletionText::outcome)));
        variables.put("h_awaited", ofWaits(state, wait -> Integer.toString(wait.use())));
        variables.put("waits", Integer.toString(state.waits()));
        return variables;
    }

    private static String ofWaits(CompletionState state, Function<WaitVariables, String> text) {
        return function(state.sessions(), session -> text.apply(session.awaiting()));
    }

    private static <T> String function(List<T> elements, Function<T, String> text) {
        StringBuilder function = new StringBuilder("[");
        for (int number = 0; number < elements.size(); number++) {
            function.append(number == 0 ? "" : ", ")
                    .append(number)
                    .append(" |-> ")
                    .append(text.apply(elements.get(number)));
        }
        return function.append(']').toString();
    }

    private static <T> String sequence(List<T> elements, Function<T, String> text) {
        return elements.stream().map(text).collect(Collectors.joining(", ", "<<", ">>"));
    }

    private static String quoted(Enum<?> value) {
        return "\"" + value + "\"";
    }

    private static String outcome(Outcome outcome) {
        return outcome == Outcome.NONE ? outcome.toString() : quoted(outcome);
    }

    private static String number(int number) {
        return number < 0 ? "None" : Integer.toString(number);
    }

    private static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
