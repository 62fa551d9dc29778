package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M31_SetWithoutUnpark;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The property of {@link WorkerMethodProperties} with more tries, and on a mutant that takes the whole bound to hang. */
class WorkerMethodPropertiesIT {
    /** As {@link WorkerMethodProperties#everySubmittedIoCompletesExactlyOnce}. Kills M31, below. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/reference", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void everySubmittedIoCompletesExactlyOnce(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFloors.collect(workload, WorkloadFiles.judge(workload, WorkerSeams.reference()));
    }

    /** The same property sees that a worker sleeps on beside its work. One run, since it ends with the bound for a hang. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M31", budget = Budget.WORKER_METHOD_LONG, unit = "ios", runs = 1)
    void workerThatSleepsOnIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload) throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewLatch(M31_SetWithoutUnpark::new));
    }
}
