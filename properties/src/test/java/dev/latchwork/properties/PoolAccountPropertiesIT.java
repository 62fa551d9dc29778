package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M115_NeverGrows;
import dev.latchwork.properties.mutants.M116_NeverShrinks;
import dev.latchwork.properties.mutants.M117_BackoffNeverReset;
import dev.latchwork.properties.mutants.M118_FailedStartCounted;
import dev.latchwork.properties.mutants.M119_CountedAsStartingToo;
import dev.latchwork.properties.mutants.M120_LeaversForgottenAtClose;
import dev.latchwork.properties.mutants.M54_StartingNotCounted;
import dev.latchwork.properties.mutants.M55_NotReplacedWhileAnotherRuns;
import dev.latchwork.properties.mutants.M56_RequestWithoutLatch;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * How workers are counted, wanted and asked to exit: each mistake in it is found out by the property of
 * {@link ShippedStepsPropertiesIT}.
 */
class PoolAccountPropertiesIT {
    /**
     * The same property sees M54: the supervisor does not count the workers that have started and found no slot yet.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M54", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void startsThatDoNotCountAreFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M54_StartingNotCounted::new));
    }

    /** The same property sees M55: a worker that ended is not replaced as long as another runs. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M55", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void poolThatIsNotRefilledIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M55_NotReplacedWhileAnotherRuns::new));
    }

    /** The same property sees M56: a shutdown request comes without its latch. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M56", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void requestWithoutLatchIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewWorker(M56_RequestWithoutLatch::new));
    }

    /** The same property sees M115: a reload that raises io_workers has no effect. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M115", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void poolThatNeverGrowsIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M115_NeverGrows::new));
    }

    /** The same property sees M116: a reload that lowers io_workers has no effect, unless it closes. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M116", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void poolThatNeverShrinksIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M116_NeverShrinks::new));
    }

    /** The same property sees M117: the count of workers that died without use is not reset by one that was of use. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M117", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void backoffThatIsNeverResetIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M117_BackoffNeverReset::new));
    }

    /** The same property sees M118: a start whose thread could not be started stays counted. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M118", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void failedStartThatCountsIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M118_FailedStartCounted::new));
    }

    /** The same property sees M119: a worker that has registered stays counted as starting, so it counts twice. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M119", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void workerCountedTwiceIsFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M119_CountedAsStartingToo::new));
    }

    /**
     * The same property sees M120: at close the workers that have given up their slot and still run are not waited for.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/M120", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void leaversForgottenAtCloseAreFoundOut(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        walk.judge(WorkerSeams.reference().withNewPoolAccount(M120_LeaversForgottenAtClose::new));
    }
}
