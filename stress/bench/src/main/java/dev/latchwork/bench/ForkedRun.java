package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one engine in one fork of JMH's. */
final class ForkedRun {
    /** Milliseconds of an iteration, at least: a shorter one has too few batches for a 99th percentile. */
    static final int LEAST_MILLIS = 50;

    private static final int WARM_UPS = 3;

    private final int millis;

    /** @param millis time of each warm-up and of the measured iteration, {@link #LEAST_MILLIS} or more */
    ForkedRun(int millis) {
        this.millis = millis;
    }

    Measurement measure(int round, Panel panel, EngineKind engine) throws RunnerException {
        List<String> jvm = new ArrayList<>(engine.jvmArguments(panel.workers()));
        jvm.add("-Xms512m");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + BatchBenchmark.class.getName() + ".batch$")
                .param("engine", engine.name())
                .param("workload", panel.workload().name())
                .param("workers", Integer.toString(panel.workers()))
                .param("batch", Integer.toString(panel.batch()))
                .param("processors", panel.processors().name())
                .threads(panel.submitters())
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(IterationProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend(jvm.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT);
        RunResult result = new Runner(options.build()).runSingle();
        return new Measurement(round, panel, engine, metrics(result));
    }

    private static Map<Metric, Double> metrics(RunResult result) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Result<?> value = result.getSecondaryResults().get(metric.name());
            if (value != null) {
                metrics.put(metric, value.getScore());
            }
        }
        return metrics;
    }
}
