package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.mutants.M31_SetWithoutUnpark;
import dev.latchwork.properties.mutants.M110_AnotherErrorNumber;
import dev.latchwork.properties.mutants.M112_GoesOnAfterFailure;
import dev.latchwork.properties.mutants.M50_FailureAsSuccess;
import dev.latchwork.properties.mutants.M86_InsertedIsLeftOver;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The property of {@link WorkerMethodProperties} with more tries, and on more mutants, of which one takes the whole bound to hang. */
class WorkerMethodPropertiesIT {
    /** As {@link WorkerMethodProperties#everySubmittedIoCompletesExactlyOnce}. Kills M31, M50, M86, M110 and M112, below. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/reference", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void everySubmittedIoCompletesExactlyOnce(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFloors.collectAll(workload, WorkloadFiles.judge(workload, WorkerSeams.reference()));
    }

    /** The same property sees that a worker sleeps on beside its work. One run, since it ends with the bound for a hang. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M31", budget = Budget.WORKER_METHOD_LONG, unit = "ios", runs = 1)
    void workerThatSleepsOnIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload) throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewLatch(M31_SetWithoutUnpark::new));
    }

    /** The same property sees that a failed reopen is reported as a success. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M50", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void failureReportedAsSuccessIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewWorker(M50_FailureAsSuccess::new));
    }

    /** The same property sees that a failed reopen is reported as another error. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M110", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void anotherErrorNumberIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload) throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewWorker(M110_AnotherErrorNumber::new));
    }

    /** The same property sees that a failed reopen costs no worker. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M112", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void workerThatGoesOnAfterAFailureIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewWorker(M112_GoesOnAfterFailure::new));
    }

    /** The same property sees that an I/O runs in a worker and in its submitter. */
    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/WorkerMethodLong/M86", budget = Budget.WORKER_METHOD_LONG, unit = "ios")
    void insertedIoThatIsLeftOverIsFoundOut(@ForAll(supplier = Workload.Supplier.class) Workload workload)
            throws Exception {
        WorkloadFiles.judge(workload, WorkerSeams.reference().withNewSubmitter(M86_InsertedIsLeftOver::new));
    }
}
