package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M51: a worker whose reopen failed ends without releasing its slot. */
public final class M51_SlotKept extends IoWorker {
    public M51_SlotKept(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected Point afterFailure() {
        return Point.EXIT_WORKER;
    }
}
