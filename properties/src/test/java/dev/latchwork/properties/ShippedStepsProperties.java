package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M54_StartingNotCounted;
import dev.latchwork.properties.mutants.M93_QueuedBeforeSubmitted;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The shipped classes beside the executable specification, on random walks in worlds that are far too large for an
 * exhaustive comparison. One thread, so that what is falsified shrinks to a schedule.
 */
class ShippedStepsProperties {
    /**
     * Wherever the model takes an action, the shipped classes take the step of that name, and afterwards the queue, the idle
     * set, the registry, the account of the pool, every worker, every submitter, every handle and everybody who waits for
     * one are as in the model. Kills M54 and M93, below; the others in {@code mvn verify}.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedSteps/reference", budget = Budget.SHIPPED_STEPS, unit = "steps")
    void shippedClassesAreWhereTheModelIs(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference());
    }

    /** The same property sees M54: workers that have started and found no slot yet are not counted. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedSteps/M54", budget = Budget.SHIPPED_STEPS, unit = "steps")
    void startsThatDoNotCountAreFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M54_StartingNotCounted::new));
    }

    /** The same property sees M93: ids are in the queue before their handles are SUBMITTED. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedSteps/M93", budget = Budget.SHIPPED_STEPS, unit = "steps")
    void idQueuedTooEarlyIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewSubmitter(M93_QueuedBeforeSubmitted::new));
    }
}
