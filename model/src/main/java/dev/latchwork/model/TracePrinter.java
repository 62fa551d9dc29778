package dev.latchwork.model;

import java.util.List;

/** Writes a behaviour for readers: one line a step with its number, its action, and what it changed. */
public final class TracePrinter {
    private static final String LINE = "%4s  %-26s  %s%n";

    private TracePrinter() {}

    /** The steps of {@code trace}; the initial state is number 1, as in TLC's output. */
    public static String print(Trace trace) {
        return LINE.formatted(1, "Init", describe(trace.initial())) + print(trace.steps(), trace.initial(), 2);
    }

    private static String describe(ProtocolState first) {
        String start = first.running() == 0 ? "nothing runs" : "%d workers run".formatted(first.running());
        return "%s, pool size %d".formatted(start, first.target());
    }

    /** The steps of a lasso: the way to it, then what can happen for ever. */
    public static String print(Lasso lasso) {
        String stem = print(lasso.stem());
        int next = lasso.stem().length() + 1;
        return lasso.cycle().isEmpty()
                ? stem + LINE.formatted(next, "(for ever)", "nothing happens: no action that must happen can")
                : stem
                        + print(lasso.cycle(), lasso.stem().last(), next)
                        + LINE.formatted(
                                "",
                                "(for ever)",
                                "back to state " + lasso.stem().length());
    }

    private static String print(List<Step> steps, ProtocolState from, int firstNumber) {
        StringBuilder text = new StringBuilder();
        ProtocolState before = from;
        int number = firstNumber;
        for (Step step : steps) {
            List<String> changes = StateText.changes(before, step.state());
            text.append(LINE.formatted(
                    number, step.action().text(), changes.isEmpty() ? "(nothing)" : String.join("; ", changes)));
            before = step.state();
            number++;
        }
        return text.toString();
    }
}
