package dev.latchwork.bench;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A batch of reads of cached blocks of 8 KiB through the worker method, from its first acquire to its last wait, and beside
 * it the same reads one after the other by the caller. Without think time workers seldom sleep: what is measured is the hand-over,
 * not the wakeup. The counters say how much of each batch ran inline, without which no time here means anything.
 *
 * <p>Figures: {@code mvn -pl stress/bench -am verify -DskipTests -Pbench -Dbench.arguments="SubmitBatch -prof gc"}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SubmitBatchBenchmark {
    private static final int LARGEST_BATCH = 32;

    /** An instance with one session, and a batch's buffers. One for the benchmark: a state in another's setup is not shared otherwise. */
    @State(Scope.Benchmark)
    public static class WorkerMethodState {
        @Param({"1", "8", "32"})
        public int batch;

        @Param({"1", "3", "8"})
        public int workers;

        private CachedFile file;
        private FileTarget target;
        private AioInstance aio;
        private IoSession session;
        private final ByteBuffer[] buffers = new ByteBuffer[LARGEST_BATCH];
        private final IoResult[] results = new IoResult[LARGEST_BATCH];
        private final WaitReference[] references = new WaitReference[LARGEST_BATCH];

        @Setup
        public void start() throws IOException {
            file = new CachedFile(LARGEST_BATCH);
            target = file.target();
            aio = AioInstance.start(AioSettings.defaults().withIoWorkers(workers));
            session = aio.openSession();
            for (int i = 0; i < LARGEST_BATCH; i++) {
                buffers[i] = ByteBuffer.allocateDirect(CachedFile.BLOCK);
                results[i] = new IoResult();
                references[i] = new WaitReference();
            }
        }

        @TearDown
        public void stop() throws IOException {
            session.close();
            aio.close();
            file.close();
        }

        void submit() {
            session.enterBatchMode();
            for (int i = 0; i < batch; i++) {
                IoHandle handle = session.acquire(results[i]);
                handle.reference(references[i]);
                handle.startRead(target, buffers[i].clear(), (long) i * CachedFile.BLOCK);
            }
            session.exitBatchMode();
        }

        void awaitAll() {
            for (int i = 0; i < batch; i++) {
                session.await(references[i]);
                if (results[i].bytes() != CachedFile.BLOCK) {
                    throw new IllegalStateException("block " + i + ": " + results[i]);
                }
            }
        }
    }

    /** What the batches of an iteration came to, as events. Methods, since fields are read before an iteration's end. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counted {
        public long batches;

        private AioInstance aio;
        private AioStatistics before;

        @Setup(Level.Iteration)
        public void begin(WorkerMethodState state) {
            aio = state.aio;
            before = aio.statistics();
        }

        public long consumed() {
            return aio.statistics().consumed() - before.consumed();
        }

        public long inline() {
            return aio.statistics().synchronousFallbacks() - before.synchronousFallbacks();
        }

        public long submitterWakeups() {
            return aio.statistics().submitterWakeups() - before.submitterWakeups();
        }

        public long workerWakeups() {
            return aio.statistics().workerWakeups() - before.workerWakeups();
        }

        public long sleeps() {
            return aio.statistics().sleeps() - before.sleeps();
        }
    }

    /** The blocks of a batch, read by the caller. */
    @State(Scope.Thread)
    public static class SynchronousState {
        @Param({"1", "8", "32"})
        public int batch;

        private CachedFile file;
        private FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(CachedFile.BLOCK);

        @Setup
        public void open() throws IOException {
            file = new CachedFile(LARGEST_BATCH);
            channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        }

        @TearDown
        public void close() throws IOException {
            channel.close();
            file.close();
        }
    }

    @Benchmark
    public void workerMethod(WorkerMethodState state, Counted counted) {
        state.submit();
        state.awaitAll();
        counted.batches++;
    }

    @Benchmark
    public void synchronous(SynchronousState state, Blackhole blackhole) throws IOException {
        for (int i = 0; i < state.batch; i++) {
            blackhole.consume(state.channel.read(state.buffer.clear(), (long) i * CachedFile.BLOCK));
        }
    }
}
