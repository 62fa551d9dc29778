package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoWakeupPolicy;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.properties.Workload.Disturbance.Change;

/**
 * What the tries on the worker method must have seen between them, one floor for each dimension of a workload and for each
 * thing that goes wrong; see {@link Floor}. The shares are about half of what was seen over 1,000 tries.
 */
final class WorkloadFloors {
    private static final int MANY_WORKERS = 17;
    private static final int LARGE_QUEUE = 4096;
    private static final int MANY_HANDLES = 128;

    private WorkloadFloors() {}

    /** Collects one of a hundred tries or so: what is rare may be missing among them. */
    static void collect(Workload workload, WorkloadSummary summary) {
        AioSettings settings = workload.settings();
        Floor.atLeast(10, "queue full", summary.statistics().synchronousFallbacks() > 0);
        Floor.atLeast(10, "ring wrapped", summary.statistics().queued() >= ringSize(settings));
        Floor.atLeast(30, "waited for another's I/O", summary.tally().foreignWaits() > 0);
        Floor.atLeast(20, "more than half of the workers that there can be", settings.ioWorkers() >= MANY_WORKERS);
        Floor.atLeast(20, "exact policy", settings.ioWorkerWakeupPolicy() == IoWakeupPolicy.EXACT);
        Floor.atLeast(20, "all peers woken on exit", workload.faults().exits() == ExitVariant.POSTGRES_19);
        Floor.atLeast(15, "reopen failed", summary.tally().failedReopens() > summary.failedReopens());
        Floor.atLeast(15, "reopen failed, as chosen", summary.failedReopens() > 0);
        Floor.atLeast(30, "short transfer", summary.tally().partial() > 0);
        Floor.atLeast(
                20,
                "transfer failed",
                summary.tally().failed() > summary.tally().failedReopens());
        Floor.atLeast(30, "interrupted", disturbs(workload, Change.INTERRUPT));
        Floor.atLeast(30, "resized", disturbs(workload, Change.RELOAD));
        Floor.atLeast(30, "workers left before the end", leftBeforeTheEnd(workload, summary));
    }

    /** Collects one of a thousand. */
    static void collectAll(Workload workload, WorkloadSummary summary) {
        collect(workload, summary);
        AioSettings settings = workload.settings();
        Floor.atLeast(0.5, "one worker", settings.ioWorkers() == 1);
        Floor.atLeast(0.5, "as many workers as there can be", settings.ioWorkers() == AioSettings.MAX_IO_WORKERS);
        Floor.atLeast(0.5, "smallest queue", settings.ioWorkerQueueSize() == 2);
        Floor.atLeast(4, "large queue", settings.ioWorkerQueueSize() >= LARGE_QUEUE);
        Floor.atLeast(0.2, "one handle", settings.ioMaxConcurrency() == 1);
        Floor.atLeast(4, "many handles", settings.ioMaxConcurrency() >= MANY_HANDLES);
        Floor.atLeast(3, "longest batch", longestBatch(workload) == AioSettings.SUBMIT_BATCH_SIZE);
        Floor.atLeast(0.2, "thread did not start", summary.failedStarts() > 0);
    }

    private static int ringSize(AioSettings settings) {
        return Integer.highestOneBit(settings.ioWorkerQueueSize() - 1) << 1;
    }

    /** I/Os of the longest batch that could be submitted at once. */
    private static int longestBatch(Workload workload) {
        int staged = workload.sessions().stream()
                .flatMap(turns -> turns.stream())
                .mapToInt(turn -> turn.batch().size())
                .max()
                .orElse(0);
        return Math.min(
                staged,
                Math.min(
                        workload.settings().ioSubmitBatchSize(),
                        workload.settings().ioMaxConcurrency()));
    }

    private static boolean disturbs(Workload workload, Change change) {
        return workload.sessions().stream()
                .flatMap(turns -> turns.stream())
                .anyMatch(turn -> turn.disturbance().change() == change);
    }

    private static boolean leftBeforeTheEnd(Workload workload, WorkloadSummary summary) {
        return summary.statistics().workersStarted() > workload.settings().ioWorkers();
    }
}
