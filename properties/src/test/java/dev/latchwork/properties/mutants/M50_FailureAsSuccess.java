package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M50: a reopen that failed is reported as a success. */
public final class M50_FailureAsSuccess extends IoWorker {
    public M50_FailureAsSuccess(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void completeAsFailed(Handle io) {
        io.complete(1);
    }
}
