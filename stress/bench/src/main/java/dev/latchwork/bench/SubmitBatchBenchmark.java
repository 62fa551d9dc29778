package dev.latchwork.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * The time from the first acquire of a batch of reads to the last result, beside the same reads made one after the other
 * by the thread itself. Average time for a batch, one submitter.
 *
 * <p>The file is cached, so a read is a copy of 8 kB: what is seen is the cost of handing it over, not what is won when
 * reads wait for a device. The submitter does not think between batches, so workers sleep less than they would under one
 * that does. Read each score with its counters, see {@link BatchCounters}. For numbers, on a machine that has nothing else
 * to do:
 *
 * <pre>{@code mvn -pl stress/bench -am verify -DskipTests -DskipITs -Pbench}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SubmitBatchBenchmark {
    /** Through the worker method. */
    @Benchmark
    public void workerMethod(WorkerInstance instance, CachedFile file, BatchCounters counters) {
        instance.readAll(file);
        counters.batches++;
    }

    /** The baseline: no method at all. */
    @Benchmark
    public int synchronousReads(CachedFile file) throws IOException {
        int bytes = 0;
        for (int i = 0; i < file.batch; i++) {
            bytes += file.channel().read(file.buffer(i), (long) i * CachedFile.BLOCK);
        }
        if (bytes != file.batch * CachedFile.BLOCK) {
            throw new IOException("read " + bytes + " bytes of " + file.batch + " blocks");
        }
        return bytes;
    }
}
