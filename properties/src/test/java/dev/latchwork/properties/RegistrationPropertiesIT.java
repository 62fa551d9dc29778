package dev.latchwork.properties;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.InterruptVariant;
import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M121_NobodyOwnsTheLatch;
import dev.latchwork.properties.mutants.M122_SlotTakenTwice;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * How a worker comes and goes: each mistake in it is found out by the property of
 * {@link ShippedStepsPropertiesIT}.
 */
class RegistrationPropertiesIT {
    /**
     * The same property sees M121: a worker registers and does not become the owner of its latch, so that no set wakes it.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M121", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void latchWithoutOwnerIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(Parts.reference().withNewLatch(M121_NobodyOwnsTheLatch::new));
    }

    /**
     * The same property sees M122: a registering worker takes the first slot without looking whether somebody has it.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M122", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void slotTakenTwiceIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewRegistry(M122_SlotTakenTwice::new));
    }

    /** The same property sees seed-A: an exiting worker leaves its idle bit set. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/seed-A", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void faultAIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judgeDecisions(WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_A));
    }

    /** The same property sees seed-B: a worker that was chosen, then exits, takes the wakeup with it. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/seed-B", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void faultBIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judgeDecisions(WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_B));
    }

    /**
     * The same property sees seed-C: an interrupt between consume and completion ends the worker with the I/O in hand.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/seed-C", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void faultCIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judgeDecisions(WorkerSeams.reference().withInterruptPolicy(InterruptVariant.SEED_C));
    }

    /** The same property sees seed-E: interrupts are served only after a wait. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/seed-E", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void faultEIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judgeDecisions(WorkerSeams.reference().withInterruptPolicy(InterruptVariant.SEED_E));
    }
}
