package dev.latchwork.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * A batch of reads from its submission to its last completion, on any engine. JMH's score is the mean; what is compared
 * are the medians and counts beside it, see {@link Metric}. Average time and not sampled time, because JMH's sampling
 * allocates and allocation is one of the counts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchBenchmark {
    /** One batch. */
    @Benchmark
    public int batch(Submitter submitter) {
        return submitter.runBatch();
    }
}
