package dev.latchwork.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every benchmark runs and counts what it did. A smoke test: its figures are of no use, it claims nothing of speed, kills no
 * mutant and is no check of the catalogue.
 */
class BenchmarksIT {
    /** Each benchmark gives a time above zero, and the worker method's workers did perform I/Os. */
    @Test
    void benchmarks_whenRunBriefly_thenEachGivesATime() throws Exception {
        Path output = Path.of(System.getProperty("bench.output"));
        Options options = new OptionsBuilder()
                .include("dev.latchwork.bench")
                .param("batch", "8")
                .param("workers", "3")
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(300))
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(output.toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Set<String> names = results.stream()
                .map(result -> result.getPrimaryResult().getLabel())
                .collect(Collectors.toSet());
        assertEquals(Set.of("workerMethod", "synchronous"), names);
        JsonNode written = new ObjectMapper().readTree(output.toFile());
        assertEquals(results.size(), written.size());
        for (JsonNode benchmark : written) {
            assertTrue(benchmark.at("/primaryMetric/score").asDouble() > 0, benchmark.toString());
            if (benchmark.get("benchmark").asText().endsWith(".workerMethod")) {
                double ios = 8 * counted(benchmark, "batches");
                double performed = counted(benchmark, "consumed") + counted(benchmark, "inline");
                assertTrue(ios > 0 && counted(benchmark, "consumed") > 0, benchmark.toString());
                assertEquals(ios, performed, benchmark.toString());
            }
        }
    }

    private static double counted(JsonNode benchmark, String counter) {
        return benchmark.at("/secondaryMetrics/" + counter + "/score").asDouble();
    }
}
