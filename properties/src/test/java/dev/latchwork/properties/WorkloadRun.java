package dev.latchwork.properties;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.aio.worker.WorkerSeams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * One try: a workload on an instance of its own, with real threads and real files, and the judgement on it.
 *
 * @param workload what to do
 * @param seams the instance's parts
 * @param folder where the files are; empty but for the source
 * @param sourceFile the file that is read
 * @param transfers counts the transfers that targets really make
 */
record WorkloadRun(Workload workload, WorkerSeams seams, Path folder, Path sourceFile, LongAdder transfers) {
    /** A try takes some milliseconds; whoever needs this long waits for something that does not come. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    /**
     * Runs the workload and judges the counters.
     *
     * @throws Violation if an I/O is not completed exactly once as it should be, a counter does not fit, or anything hangs
     */
    WorkloadSummary judge() throws Exception {
        return Bounded.call(BOUND, this::run);
    }

    private WorkloadSummary run() throws Exception {
        Chances reopens =
                new Chances(workload.faults().seed(), workload.faults().reopenPerMille());
        Chances starts = new Chances(workload.faults().seed(), workload.faults().startPerMille());
        AioInstance instance = AioInstance.start(
                workload.settings(),
                seams.withExitPolicy(workload.faults().exits())
                        .withProbe(new FailingReopens(reopens))
                        .withThreads(new FailingStarts(seams.threads(), starts)));
        Tally tally;
        try (AioInstance aio = instance) {
            tally = runSessions(aio);
            awaitPoolSize(aio);
        } catch (AioException | IllegalStateException e) {
            throw new Violation("the instance has failed: " + e.getMessage(), e);
        }
        AioStatistics statistics = instance.statistics();
        Violation.unlessEqual((long) workload.ios(), tally.ios(), "I/Os started");
        Violation.unlessEqual(
                tally.forWorkers(), statistics.queued() + statistics.synchronousFallbacks(), "I/Os submitted");
        Violation.unlessEqual(statistics.queued(), statistics.consumed(), "I/Os consumed");
        Violation.unlessEqual(tally.failedReopens(), statistics.reopenFailures(), "reopen failures");
        Violation.unlessEqual(tally.ios() - tally.failedReopens(), transfers.sum(), "transfers");
        Violation.unlessEqual(statistics.workersStarted(), statistics.workersExited(), "workers ended");
        return new WorkloadSummary(tally, statistics, reopens.taken(), starts.taken());
    }

    private Tally runSessions(AioInstance aio) throws Exception {
        IoTarget target = new CountedTarget(FileTarget.forReading(sourceFile), transfers);
        AtomicReferenceArray<WaitReference> published =
                new AtomicReferenceArray<>(workload.sessions().size());
        List<Issuer> issuers = new ArrayList<>();
        for (int number = 0; number < published.length(); number++) {
            issuers.add(new Issuer(this, aio, number, target, published));
        }
        ExecutorService threads = Executors.newFixedThreadPool(issuers.size(), WorkloadRun::sessionThread);
        try {
            Tally sum = Tally.NOTHING;
            for (Future<Tally> session : threads.invokeAll(issuers)) {
                sum = sum.plus(session.get());
            }
            return sum;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } finally {
            threads.shutdown();
        }
    }

    private static Thread sessionThread(Runnable body) {
        Thread thread = new Thread(body, "session");
        thread.setDaemon(true);
        return thread;
    }

    /** The pool comes back to the size that it was last given, whoever has left it in the meantime. */
    private static void awaitPoolSize(AioInstance aio) {
        AioStatistics statistics;
        do {
            Thread.onSpinWait();
            statistics = aio.statistics();
        } while (statistics.workersStarted() - statistics.workersExited()
                != aio.settings().ioWorkers());
    }
}
