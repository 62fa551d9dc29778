package dev.latchwork.bench;

import dev.latchwork.aio.AioStatistics;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What happened in an iteration, as JMH's secondary metrics; sums over all iterations that are measured. A time means
 * nothing without them: a batch that finds the queue full runs in the submitter, and looks fast where an I/O costs little.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class BatchCounters {
    /** Batches submitted. */
    public long batches;

    private WorkerInstance instance;
    private AioStatistics before;

    /** Starts to count. */
    @Setup(Level.Iteration)
    public void begin(WorkerInstance measured) {
        instance = measured;
        before = measured.statistics();
        batches = 0;
    }

    /** I/Os that did not fit into the queue and ran in the submitter. */
    public long inlineIos() {
        return instance.statistics().synchronousFallbacks() - before.synchronousFallbacks();
    }

    /** Latches that the submitter had to set. */
    public long submitterWakeups() {
        return instance.statistics().submitterWakeups() - before.submitterWakeups();
    }

    /** Times that a worker went to wait. */
    public long workerSleeps() {
        return instance.statistics().sleeps() - before.sleeps();
    }
}
