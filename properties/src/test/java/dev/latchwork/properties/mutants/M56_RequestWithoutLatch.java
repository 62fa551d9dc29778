package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M56: a shutdown request, or an interrupt, comes without its latch. */
public final class M56_RequestWithoutLatch extends IoWorker {
    public M56_RequestWithoutLatch(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void announceRequest() {
        // The worker sees it when something else wakes it.
    }
}
