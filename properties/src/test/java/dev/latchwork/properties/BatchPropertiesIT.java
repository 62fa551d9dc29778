package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M114_LeftoverBeforeWakeup;
import dev.latchwork.properties.mutants.M47_LeftoverDropped;
import dev.latchwork.properties.mutants.M86_InsertedIsLeftOver;
import dev.latchwork.properties.mutants.M93_QueuedBeforeSubmitted;
import dev.latchwork.properties.mutants.M95_WholeBatchIsLeftOver;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What becomes of a batch: each mistake in it is found out by the property of
 * {@link ShippedStepsPropertiesIT}.
 */
class BatchPropertiesIT {
    /** The same property sees M47: what does not fit into the queue is dropped. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M47", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void leftoverThatIsDroppedIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M47_LeftoverDropped::new));
    }

    /** The same property sees M86: an I/O that was inserted is left over as well, so that it runs twice. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M86", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void insertedIoThatIsLeftOverIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M86_InsertedIsLeftOver::new));
    }

    /** The same property sees M93: ids are in the queue before their handles are SUBMITTED. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M93", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void idQueuedTooEarlyIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M93_QueuedBeforeSubmitted::new));
    }

    /**
     * The same property sees M95: a submitter whose batch did not fit performs all of it, also what is in the queue, and no state of a handle is asserted.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M95", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void wholeBatchLeftOverIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M95_WholeBatchIsLeftOver::new));
    }

    /** The same property sees M114: a submitter performs what did not fit before it wakes the worker that it chose. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M114", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void leftoverBeforeTheWakeupIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M114_LeftoverBeforeWakeup::new));
    }
}
