package dev.latchwork.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs benchmarks with JMH's own options, and prints each score with its counters per batch beside it. */
public final class BenchmarkMain {
    private static final String BATCHES = "batches";

    private BenchmarkMain() {}

    /** Takes JMH's options. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        print(new Runner(new CommandLineOptions(arguments)).run(), System.out);
    }

    /** Prints one line for each result. */
    static void print(Collection<RunResult> results, PrintStream out) {
        out.printf("%n%-18s %5s %7s %22s   %s%n", "benchmark", "batch", "workers", "score", "per batch");
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            Result<?> score = result.getPrimaryResult();
            out.printf(
                    "%-18s %5s %7s %10.2f +- %8.2f %s   %s%n",
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getParams().getParam("batch"),
                    hasWorkers(result) ? result.getParams().getParam("workers") : "-",
                    score.getScore(),
                    score.getScoreError(),
                    score.getScoreUnit(),
                    perBatch(result.getSecondaryResults()));
        }
    }

    /** Whether the benchmark has an instance. */
    static boolean hasWorkers(RunResult result) {
        return result.getParams().getParamsKeys().contains("workers");
    }

    @SuppressWarnings("rawtypes") // JMH's signature
    private static String perBatch(Map<String, Result> counters) {
        if (!counters.containsKey(BATCHES)) {
            return "-";
        }
        double batches = counters.get(BATCHES).getScore();
        StringBuilder text = new StringBuilder();
        counters.forEach((name, counter) -> {
            if (!name.equals(BATCHES)) {
                text.append(String.format("%s %.3f  ", name, counter.getScore() / batches));
            }
        });
        return text.toString().strip();
    }
}
