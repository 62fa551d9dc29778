package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M113: a worker whose reopen failed gives up its slot before it completes the I/O. */
public final class M113_SlotGivenUpFirst extends IoWorker {
    public M113_SlotGivenUpFirst(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected Point completeFailed() {
        Point afterwards = deregister();
        super.completeFailed();
        return afterwards;
    }
}
