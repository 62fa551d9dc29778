package dev.latchwork.trace;

import com.sun.management.ThreadMXBean;
import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What it costs to record an event, where nobody does anything else: the worst for a counter that all share. */
class RecorderCostIT {
    private static final int EVENTS = 500_000;
    private static final int ROUNDS = 7;
    private static final int MOST_THREADS = 4;
    /** The thread's own two readings of the meter, and whatever the JVM does meanwhile: not one byte for an event. */
    private static final long MOST_BYTES = 10_000;

    /** Nanoseconds of wall time for an event of one thread, and bytes that the threads allocated in all. */
    private record Cost(double nanos, long bytes) {}

    /** Median of the rounds, with a thread on each of up to four processors. Kills: a recorder that boxes or grows. */
    @Test
    void event_whenRecordedByAllProcessors_thenAllocatesNothing() throws Exception {
        CheckRun run = CheckRun.start("trace/RecorderCost/reference");
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        EventRecorder recorder = new EventRecorder(2 * EVENTS * threads);
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            recorder.clear();
            costs.add(round(recorder, threads));
        }
        double[] nanos =
                costs.stream().skip(2).mapToDouble(Cost::nanos).sorted().toArray();
        double median = nanos[nanos.length / 2];
        long bytes = costs.get(ROUNDS - 1).bytes();
        System.out.printf(
                "recording: %.0f ns for an event (%.0f .. %.0f), %d threads, %d bytes for %,d events%n",
                median, nanos[0], nanos[nanos.length - 1], threads, bytes, (long) EVENTS * threads);
        // The time is told and judges nothing: a busy machine is no fault of the recorder.
        String fault = bytes > MOST_BYTES ? bytes + " bytes were allocated" : null;
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("events", (long) ROUNDS * EVENTS * threads)
                        .and("nanoseconds", median)
                        .and("bytes", bytes),
                null,
                fault);
    }

    private static Cost round(EventRecorder recorder, int threads) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Cost>> bodies = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int actor = thread;
                bodies.add(() -> {
                    begin.await();
                    return record(recorder, actor);
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

    /** Three events outside the lock, which take two rows each, for each critical section. */
    private static Cost record(EventRecorder recorder, int actor) {
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = meter.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int i = 0; i < EVENTS; i += 4) {
            recorder.afterSection(0, Step.CONSUME, actor, i, 0, i & 63, 8, i);
            recorder.after(recorder.before(Step.REOPEN, actor, null), Step.REOPEN, actor, i);
            recorder.after(recorder.before(Step.PERFORM, actor, null), Step.PERFORM, actor, i);
            recorder.after(recorder.before(Step.CHECK_INTERRUPTS, actor, null), Step.CHECK_INTERRUPTS, actor, 0);
        }
        double nanos = (System.nanoTime() - start) / (double) EVENTS;
        return new Cost(nanos, meter.getCurrentThreadAllocatedBytes() - allocated);
    }
}
