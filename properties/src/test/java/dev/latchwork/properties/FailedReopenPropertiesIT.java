package dev.latchwork.properties;

import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M110_AnotherErrorNumber;
import dev.latchwork.properties.mutants.M111_ErrorNumberNotNegated;
import dev.latchwork.properties.mutants.M112_GoesOnAfterFailure;
import dev.latchwork.properties.mutants.M113_SlotGivenUpFirst;
import dev.latchwork.properties.mutants.M49_LeavesWithoutCompleting;
import dev.latchwork.properties.mutants.M50_FailureAsSuccess;
import dev.latchwork.properties.mutants.M51_SlotKept;
import dev.latchwork.properties.mutants.M57_CompletesTwice;
import dev.latchwork.properties.mutants.M88_NoBroadcast;
import dev.latchwork.properties.mutants.M96_FailureWithoutBroadcast;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What a worker does whose reopen failed: each mistake on that path is found out by the property of
 * {@link ShippedStepsPropertiesIT}.
 */
class FailedReopenPropertiesIT {
    /** The same property sees M49: a worker whose reopen failed leaves without completing the I/O. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M49", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void ioLeftWithoutCompletionIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M49_LeavesWithoutCompleting::new));
    }

    /** The same property sees M50: a reopen that failed is reported as a success. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M50", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void failureReportedAsSuccessIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M50_FailureAsSuccess::new));
    }

    /** The same property sees M51: a worker whose reopen failed ends without releasing its slot. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M51", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void slotThatIsKeptIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M51_SlotKept::new));
    }

    /** The same property sees M57: a worker that fails after its I/O has completed completes it again. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M57", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void secondCompletionIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M57_CompletesTwice::new));
    }

    /** The same property sees M88: who completes an I/O forgets the broadcast. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M88", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void missingBroadcastIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(Parts.reference().withNewHandle(M88_NoBroadcast::new));
    }

    /**
     * The same property sees M96: a worker whose reopen failed leaves after COMPLETED_SHARED, without the broadcast.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M96", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void missingBroadcastOfAFailureIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(Parts.reference().withNewHandle(M96_FailureWithoutBroadcast::new));
    }

    /**
     * The same property sees M110: a failed reopen is reported as another error than the one that its waiters expect.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M110", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void anotherErrorNumberIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M110_AnotherErrorNumber::new));
    }

    /** The same property sees M111: a failed reopen is reported as its error number, which reads as so many bytes. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M111", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void errorNumberNotNegatedIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M111_ErrorNumberNotNegated::new));
    }

    /**
     * The same property sees M112: a worker whose reopen failed goes on as if nothing had happened, with what it cannot trust.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M112", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void workerThatGoesOnAfterAFailureIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M112_GoesOnAfterFailure::new));
    }

    /** The same property sees M113: a worker whose reopen failed gives up its slot before it completes the I/O. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M113", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void slotGivenUpBeforeTheCompletionIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M113_SlotGivenUpFirst::new));
    }
}
