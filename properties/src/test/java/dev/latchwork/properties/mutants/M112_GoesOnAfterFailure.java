package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M112: a worker whose reopen failed goes on as if nothing had happened, with what it cannot trust. */
public final class M112_GoesOnAfterFailure extends IoWorker {
    public M112_GoesOnAfterFailure(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected Point afterFailure() {
        return Point.CHECK_INTERRUPTS;
    }
}
