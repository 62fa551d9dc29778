package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M57: a worker that fails completes its I/O, and then again. */
public final class M57_CompletesTwice extends IoWorker {
    public M57_CompletesTwice(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void completeAsFailed(Handle io) {
        super.completeAsFailed(io);
        super.completeAsFailed(io);
    }
}
