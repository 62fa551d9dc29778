package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import java.util.Locale;
import java.util.Optional;

/** The tables of {@code docs/performance.md}, in Markdown. */
final class PerformanceReport {
    private final Measurements measurements;

    PerformanceReport(Measurements measurements) {
        this.measurements = measurements;
    }

    String inMarkdown() {
        StringBuilder text = new StringBuilder();
        goals(text);
        for (Panel panel : measurements.panels()) {
            table(text, panel);
        }
        return text.toString();
    }

    private void goals(StringBuilder text) {
        text.append("### Goals\n\n| goal | where | bound | ratio | |\n|---|---|---|---|---|\n");
        for (Goal goal : Goal.ALL) {
            Optional<Spread> ratio = goal.measured(measurements);
            text.append("| ")
                    .append(goal.sentence())
                    .append(" | ")
                    .append(goal.panel().inWords())
                    .append(" | ")
                    .append(goal.bounds())
                    .append(" | ")
                    .append(ratio.map(spread -> spread.inWords(2)).orElse("not measured"))
                    .append(" | ")
                    .append(ratio.map(spread -> goal.isReached(spread) ? "reached" : "**missed**")
                            .orElse(""))
                    .append(" |\n");
        }
    }

    private void table(StringBuilder text, Panel panel) {
        text.append("\n### ").append(panel.inWords()).append("\n\n");
        text.append(
                        "| engine | submit CPU, us | 99th | ratio | batch, us | 99th | ratio | inline | wakeups by submitter")
                .append(" | in all | useless | sleeps | B/IO |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (EngineKind engine : panel.engines()) {
            if (measurements.figure(panel, engine, Metric.BATCHES).isPresent()) {
                row(text, panel, engine);
            } else {
                text.append("| ").append(engine.inWords()).append(" | not on this machine |||||||||||\n");
            }
        }
    }

    private void row(StringBuilder text, Panel panel, EngineKind engine) {
        text.append("| ").append(engine.inWords());
        cell(text, panel, engine, Metric.SUBMIT_CPU_P50, 1);
        cell(text, panel, engine, Metric.SUBMIT_CPU_P99, 1);
        ratio(text, panel, engine, Metric.SUBMIT_CPU_P50);
        cell(text, panel, engine, Metric.BATCH_P50, 0);
        cell(text, panel, engine, Metric.BATCH_P99, 0);
        ratio(text, panel, engine, Metric.BATCH_P50);
        cell(text, panel, engine, Metric.INLINE, 2);
        cell(text, panel, engine, Metric.SUBMITTER_WAKEUPS, 2);
        cell(text, panel, engine, Metric.WAKEUPS, 1);
        cell(text, panel, engine, Metric.USELESS_WAKEUPS, 1);
        cell(text, panel, engine, Metric.SLEEPS, 1);
        cell(text, panel, engine, Metric.BYTES_PER_IO, 2);
        text.append(" |\n");
    }

    private void cell(StringBuilder text, Panel panel, EngineKind engine, Metric metric, int decimals) {
        text.append(" | ")
                .append(measurements
                        .figure(panel, engine, metric)
                        .map(spread -> String.format(Locale.ROOT, "%." + decimals + "f", spread.median()))
                        .orElse("-"));
    }

    /** Of the worker method to the engine: below 1, the worker method costs less. */
    private void ratio(StringBuilder text, Panel panel, EngineKind engine, Metric metric) {
        text.append(" | ")
                .append(measurements
                        .ratio(panel, EngineKind.WORKER_METHOD, panel, engine, metric)
                        .map(spread -> spread.inWords(2))
                        .orElse("-"));
    }
}
