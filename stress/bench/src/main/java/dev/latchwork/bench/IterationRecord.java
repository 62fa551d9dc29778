package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the iteration that is ending has seen, from all its threads; JMH's own figures are means, and a mean says little
 * about times with two modes. Thread-safe.
 */
final class IterationRecord {
    private static final List<long[]> SUBMIT_CPU = new ArrayList<>();
    private static final List<long[]> BATCH_WALL = new ArrayList<>();
    private static EngineCounts counts;
    private static long allocated;
    private static long switches;
    private static long submitterSwitches;
    private static long bookkeeping;

    private IterationRecord() {}

    /** From each submitter. Times in nanoseconds. */
    static synchronized void add(long[] submitCpu, long[] batchWall, long ownSwitches) {
        SUBMIT_CPU.add(submitCpu);
        BATCH_WALL.add(batchWall);
        submitterSwitches += ownSwitches;
    }

    /** Bytes that a submitter allocated for the measurement's sake. */
    static synchronized void addBookkeeping(long bytes) {
        bookkeeping += bytes;
    }

    /** From the engine, once. */
    static synchronized void finish(EngineCounts newCounts, long allocatedBytes, long allSwitches) {
        counts = newCounts;
        allocated = allocatedBytes;
        switches = allSwitches;
    }

    /** Takes the record, as metrics by name; a metric that nobody knows is missing. */
    static synchronized Map<Metric, Double> take(int ioPerBatch) {
        long[] cpu = sorted(SUBMIT_CPU);
        long[] wall = sorted(BATCH_WALL);
        Map<Metric, Double> metrics = new TreeMap<>();
        double batches = wall.length;
        if (batches > 0) {
            metrics.put(Metric.BATCHES, batches);
            metrics.put(Metric.SUBMIT_CPU_P50, quantile(cpu, 0.5));
            metrics.put(Metric.SUBMIT_CPU_P99, quantile(cpu, 0.99));
            metrics.put(Metric.BATCH_P50, quantile(wall, 0.5));
            metrics.put(Metric.BATCH_P99, quantile(wall, 0.99));
            metrics.put(Metric.BYTES_PER_IO, Math.max(0, allocated - bookkeeping) / (batches * ioPerBatch));
            put(metrics, Metric.INLINE, counts.inlineIos(), batches);
            put(metrics, Metric.SUBMITTER_WAKEUPS, counts.submitterWakeups(), batches);
            put(metrics, Metric.WAKEUPS, counts.wakeups(), batches);
            put(metrics, Metric.USELESS_WAKEUPS, counts.uselessWakeups(), batches);
            if (switches >= 0) {
                metrics.put(Metric.SLEEPS, (switches - submitterSwitches) / batches);
            }
        }
        SUBMIT_CPU.clear();
        BATCH_WALL.clear();
        submitterSwitches = 0;
        bookkeeping = 0;
        return metrics;
    }

    private static void put(Map<Metric, Double> metrics, Metric metric, long count, double batches) {
        if (count != EngineCounts.UNKNOWN) {
            metrics.put(metric, count / batches);
        }
    }

    private static long[] sorted(List<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** In microseconds. */
    private static double quantile(long[] sortedNanos, double share) {
        return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * share))] / 1000.0;
    }
}
