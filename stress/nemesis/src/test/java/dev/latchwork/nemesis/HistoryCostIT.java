package dev.latchwork.nemesis;

import com.sun.management.ThreadMXBean;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What it costs to record an operation, where nobody does anything else: the worst for a counter that all share. */
class HistoryCostIT {
    private static final int BATCH = 20;
    private static final int BATCHES = 10_000;
    private static final int ROUNDS = 7;
    private static final int MOST_THREADS = 4;
    /** The thread's own two readings of the meter, and whatever the JVM does meanwhile: not one byte for an operation. */
    private static final long MOST_BYTES = 10_000;
    /** Of an I/O: read or write, insert, consume. */
    private static final int OPERATIONS_OF_AN_IO = 3;

    /** Nanoseconds of wall time for an operation of one thread, and bytes that the threads allocated in all. */
    private record Cost(double nanos, long bytes) {}

    /** A handle in its first use, which nobody starts. */
    private record FakeHandle(int id) implements IoHandle {
        @Override
        public long generation() {
            return 1;
        }

        @Override
        public HandleState state() {
            return HandleState.SUBMITTED;
        }

        @Override
        public void reference(WaitReference reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setReferencesLocal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addCallback(IoCallback callback, int data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startRead(IoTarget target, ByteBuffer buffer, long offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startWrite(IoTarget target, ByteBuffer buffer, long offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startReadv(IoTarget target, ByteBuffer[] buffers, long offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startWritev(IoTarget target, ByteBuffer[] buffers, long offset) {
            throw new UnsupportedOperationException();
        }
    }

    /** Median of the rounds, with a thread on each of up to four processors. Kills: a log that boxes or grows. */
    @Test
    void operation_whenRecordedByAllProcessors_thenAllocatesNothing() throws Exception {
        CheckRun run = CheckRun.start("nemesis/HistoryCost/reference");
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            costs.add(round(threads));
        }
        double[] nanos =
                costs.stream().skip(2).mapToDouble(Cost::nanos).sorted().toArray();
        double median = nanos[nanos.length / 2];
        long bytes = costs.get(ROUNDS - 1).bytes();
        long operations = (long) OPERATIONS_OF_AN_IO * BATCH * BATCHES * threads;
        System.out.printf(
                "recording: %.0f ns for an operation (%.0f .. %.0f), %d threads, %d bytes for %,d operations%n",
                median, nanos[0], nanos[nanos.length - 1], threads, bytes, operations);
        // The time is told and judges nothing: a busy machine is no fault of the recorder.
        String fault = bytes > MOST_BYTES ? bytes + " bytes were allocated" : null;
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("operations", ROUNDS * operations)
                        .and("nanoseconds", median)
                        .and("bytes", bytes),
                null,
                fault);
    }

    private static Cost round(int threads) throws Exception {
        Moments moments = new Moments();
        QueueLog queue = new QueueLog(Probe.OFF, moments, threads, 4 * BATCH * BATCHES * threads);
        CyclicBarrier begin = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Cost>> bodies = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int actor = thread;
                IoLog log = new IoLog(moments, BATCH * BATCHES);
                bodies.add(() -> {
                    begin.await();
                    return record(log, queue, moments, actor);
                });
            }
            double nanos = 0;
            long bytes = 0;
            for (Future<Cost> each : pool.invokeAll(bodies)) {
                nanos = Math.max(nanos, each.get().nanos());
                bytes += each.get().bytes();
            }
            return new Cost(nanos, bytes);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One thread is session and worker in turn: batches of which each I/O is inserted, consumed and answered. */
    private static Cost record(IoLog log, QueueLog queue, Moments moments, int actor) {
        IoHandle[] handles = new IoHandle[BATCH];
        int[] rows = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            handles[i] = new FakeHandle(actor * BATCH + i);
        }
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = meter.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int i = 0; i < BATCH; i++) {
                rows[i] = log.begin(i, true, batch, handles[i].id(), handles[i].generation());
            }
            queue.afterSubmit(actor, handles, BATCH, BATCH, 0, BATCH, 1, 0);
            int submitted = moments.take();
            for (int i = 0; i < BATCH; i++) {
                log.submitted(rows[i], submitted);
                queue.after(0, Step.CHECK_INTERRUPTS, actor, 0);
                queue.afterSection(0, Step.CONSUME, actor, handles[i].id(), 0, 0, 1, 0);
                queue.before(Step.REOPEN, actor, handles[i]);
                log.end(rows[i], IoLog.Outcome.TRANSFERRED, BlockHistory.PIECES, batch);
            }
        }
        double nanos = (System.nanoTime() - start) / (double) (OPERATIONS_OF_AN_IO * BATCH * BATCHES);
        return new Cost(nanos, meter.getCurrentThreadAllocatedBytes() - allocated);
    }
}
