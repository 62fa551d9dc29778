package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M49: a worker whose reopen failed leaves without completing the I/O. */
public final class M49_LeavesWithoutCompleting extends IoWorker {
    public M49_LeavesWithoutCompleting(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void completeAsFailed(Handle io) {
        // The I/O stays SUBMITTED, in nobody's hands.
    }
}
