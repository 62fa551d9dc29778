package dev.latchwork.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.bench.engine.EngineKind;
import dev.latchwork.bench.engine.Workload;
import dev.latchwork.verification.CoverageFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * That the benchmarks run. This is no check of the catalogue: it kills no mutant, and nothing can be claimed from its
 * numbers, which come from one short fork on a machine that does other work too.
 */
class BatchBenchmarkIT {
    private static final Panel PANEL = new Panel(Workload.CACHED_READ, 3, 8, 1, Processors.ALL);
    private static final int SHORT = 100;
    private static final Map<Metric, String> SHOWN = new EnumMap<>(Map.of(
            Metric.SUBMIT_CPU_P50, "processor time of a submit, median, µs",
            Metric.BATCH_P50, "from submit to the last completion of a batch, median, µs",
            Metric.WAKEUPS, "wakeups of a batch, mean",
            Metric.USELESS_WAKEUPS, "useless wakeups of a batch, mean"));
    private static final Map<String, Map<String, Double>> FIGURES = new LinkedHashMap<>();

    /** Each engine that this machine has reads its batches, and its counts are there. */
    @TestFactory
    Stream<DynamicTest> everyEngine() {
        return Arrays.stream(EngineKind.values())
                .filter(engine -> engine.unavailable() == null)
                .map(engine -> dynamicTest(engine.inWords(), () -> assertMeasures(engine)));
    }

    private static void assertMeasures(EngineKind engine) throws Exception {
        Measurement measurement = new ForkedRun(SHORT).measure(1, PANEL, engine);
        Map<Metric, Double> metrics = measurement.metrics();
        tell(engine, metrics);
        System.out.println(engine.inWords() + ": " + metrics);
        assertTrue(metrics.get(Metric.BATCHES) > 10, metrics::toString);
        assertTrue(metrics.get(Metric.BATCH_P50) > 0, metrics::toString);
        assertTrue(metrics.get(Metric.BATCH_P99) >= metrics.get(Metric.BATCH_P50), metrics::toString);
        // One submitter never has more than its batch in a queue that holds eight times as much.
        assertEquals(engine == EngineKind.SYNCHRONOUS ? 8.0 : 0.0, metrics.get(Metric.INLINE), metrics::toString);
        boolean counts = engine == EngineKind.WORKER_METHOD || engine == EngineKind.WORKER_METHOD_EXACT;
        assertEquals(counts, metrics.containsKey(Metric.WAKEUPS), metrics::toString);
        if (counts) {
            assertTrue(metrics.get(Metric.WAKEUPS) > 0, metrics::toString);
            assertFalse(metrics.get(Metric.SUBMITTER_WAKEUPS) > 1, metrics::toString);
        }
    }

    /** What was measured, for the report's plots, beside what other engines have told. */
    private static void tell(EngineKind engine, Map<Metric, Double> metrics) throws IOException {
        SHOWN.forEach((metric, title) -> {
            if (metrics.containsKey(metric)) {
                FIGURES.computeIfAbsent(title, unseen -> new LinkedHashMap<>())
                        .put(engine.inWords(), metrics.get(metric));
            }
        });
        CoverageFolder.within(Path.of(System.getProperty("latchwork.report.dir")))
                .write(
                        "benchmarks",
                        Map.of(
                                "of",
                                PANEL.inWords()
                                        + ". One short fork of each engine on a machine that did other work too:"
                                        + " they show that the benchmarks run, and nothing can be claimed from them.",
                                "figures",
                                FIGURES));
    }
}
