package dev.latchwork.nemesis;

import dev.latchwork.aio.AioStatistics;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the rounds of one plan came to, for the report. Not thread-safe. */
final class PlanTotals {
    private static final String KIND = "nemesis";
    private static final Path HISTORIES = Path.of("target", "histories");

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private double seconds;

    void add(MixedOutcome outcome) {
        AioStatistics s = outcome.statistics();
        count("ios", outcome.issued());
        count("failedReopens", outcome.failures());
        count("injectedReopens", outcome.injectedReopens());
        count("startsRefused", outcome.injectedStarts());
        count("interrupts", outcome.interrupts());
        count("resizes", outcome.resizes());
        count("filesAway", outcome.removals());
        count("shortTransfers", outcome.shorts());
        count("failedTransfers", outcome.errors());
        count("slowTransfers", outcome.slows());
        count("fallbacks", s.synchronousFallbacks());
        count("workers", s.workersStarted());
        count("queueOperations", outcome.judgement().witness().judged());
        count("registers", outcome.judgement().blocks().registers());
        count("windowsExplained", outcome.judgement().windows().explained());
        count("windowsHalved", outcome.judgement().windows().halved());
        count("windowsUnknown", outcome.judgement().windows().unknown());
        seconds += outcome.seconds();
    }

    private void count(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    /** Puts the plan into the report's table, beside those that are there. */
    @SuppressWarnings("unchecked")
    void report(NemesisPlan plan, Outcome verdict) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>(counts);
        row.put("seconds", Math.round(seconds * 10) / 10.0);
        row.put("verdict", verdict.word());
        CoverageFolder folder = CoverageFolder.within(Path.of(System.getProperty("latchwork.report.dir")));
        Map<String, Object> rows =
                new TreeMap<>((Map<String, Object>) folder.read().getOrDefault(KIND, Map.of()));
        rows.put(plan.name(), row);
        folder.write(KIND, rows);
    }

    /** Keeps the history of the plan's last run. */
    static void keep(RecordedHistory history) throws IOException {
        HistoryFile.write(history, HISTORIES.resolve(history.plan() + ".jsonl.gz"));
    }

    Effort effort(int rounds, long seed) {
        Effort effort = Effort.of("ios", counts.getOrDefault("ios", 0L));
        for (String name : new String[] {"failedReopens", "workers", "fallbacks", "queueOperations", "registers"}) {
            effort = effort.and(name, counts.getOrDefault(name, 0L));
        }
        return effort.and("rounds", rounds).and("seed", seed);
    }
}
