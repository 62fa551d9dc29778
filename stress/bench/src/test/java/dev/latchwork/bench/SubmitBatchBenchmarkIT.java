package dev.latchwork.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * That the benchmarks run. This is no check of the catalogue: it kills no mutant, and nothing can be claimed from its
 * numbers, which come from one short fork on a machine that does other work too.
 */
class SubmitBatchBenchmarkIT {
    private static final TimeValue SHORT = TimeValue.milliseconds(200);

    /** Each benchmark gives a score at both ends of its parameters, and the worker method has counted its batches. */
    @Test
    void run_whenShort_thenEveryBenchmarkHasAScore() throws RunnerException {
        Collection<RunResult> results = new Runner(shortRun()).run();
        BenchmarkMain.print(results, System.out);
        assertEquals(
                Set.of(
                        "{batch=1, workers=1}",
                        "{batch=1, workers=8}",
                        "{batch=32, workers=1}",
                        "{batch=32, workers=8}",
                        "{batch=1}",
                        "{batch=32}"),
                results.stream().map(SubmitBatchBenchmarkIT::parameters).collect(Collectors.toSet()));
        for (RunResult result : results) {
            assertTrue(result.getPrimaryResult().getScore() > 0, result::toString);
            if (BenchmarkMain.hasWorkers(result)) {
                assertTrue(result.getSecondaryResults().get("batches").getScore() > 0, result::toString);
                // One submitter never has more than a batch in the queue, which holds nearly two.
                assertEquals(0, result.getSecondaryResults().get("inlineIos").getScore(), result::toString);
            }
        }
    }

    private static Options shortRun() {
        return new OptionsBuilder()
                .include(SubmitBatchBenchmark.class.getName())
                .param("batch", "1", "32")
                .param("workers", "1", "8")
                .forks(1)
                .warmupIterations(1)
                .warmupTime(SHORT)
                .measurementIterations(2)
                .measurementTime(SHORT)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(System.getProperty("latchwork.bench.result"))
                .build();
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .sorted()
                .map(key -> key + "=" + result.getParams().getParam(key))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
