package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.WorkerAction;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The property of {@link ShippedStepsProperties} with more walks, and with floors on what they came by. */
class ShippedStepsPropertiesIT {
    /** As {@link ShippedStepsProperties#shippedClassesAreWhereTheModelIs}. Kills the mutants of the classes beside it. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ShippedStepsLong/reference", budget = Budget.SHIPPED_STEPS_LONG, unit = "steps")
    void shippedClassesAreWhereTheModelIs(@ForAll(supplier = DecidedWalk.Supplier.class) DecidedWalk walk) {
        Walker walker = walk.judge(WorkerSeams.reference());
        Bounds bounds = walk.walk().bounds();
        Floor.atLeast(30, "came to the end", walker.ended());
        Floor.atLeast(10, "queue full", walker.did(SubmitterAction.PerformSynchronously.class));
        Floor.atLeast(10, "fan-out", walker.did(WorkerAction.WakePeer.class));
        Floor.atLeast(10, "reopen failed", walker.did(WorkerAction.CompleteFailed.class));
        Floor.atLeast(4, "shrunk", walker.did(PoolAction.RequestShutdown.class));
        Floor.atLeast(10, "interrupted", walker.did(PoolAction.Interrupt.class));
        Floor.atLeast(10, "handed over", walker.did(LeaverAction.HandOver.class));
        Floor.atLeast(5, "session closed", walker.did(SubmitterAction.CloseSession.class));
        Floor.atLeast(10, "ring wrapped", walker.queued() >= bounds.ringSize());
        Floor.atLeast(2, "batch of 8 or more", walker.longestBatch() >= 8);
        Floor.atLeast(5, "9 workers or more", bounds.workers() >= 9);
        Floor.atLeast(10, "exact accounting", walk.decisions().exact());
        Floor.atLeast(10, "all peers woken on exit", walk.decisions().wakesAll(bounds));
    }
}
