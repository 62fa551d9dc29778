package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The whole worker method on real threads and real files. No shrinking: what is falsified here may depend on the schedule,
 * so the sample as it was is reported, with its seed.
 */
class WorkerMethodProperties {
    /**
     * Whatever the settings, and while the pool is resized, its workers are interrupted, and reopens, transfers and thread
     * starts fail: every I/O completes exactly once, with the bytes, status and content that it should have; one whose file
     * cannot be reopened completes as failed, and the rest are not concerned; whoever waits, for its own I/O or another's, returns; the counters conserve what was
     * submitted; the pool comes back to its size; and all workers end with the instance. Kills M06, below.
     */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethod/reference", budget = Budget.WORKER_METHOD, unit = "ios")
    void everySubmittedIoCompletesExactlyOnce(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFloors.collect(workload, WorkloadFiles.judge(workload, WorkerSeams.reference()));
    }

    /** The same property sees a ring that gives one I/O out twice. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethod/M06", budget = Budget.WORKER_METHOD, unit = "ios")
    void ioThatRunsTwiceIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload) throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewQueue(M06_TailStaysAtWrap::new));
    }
}
