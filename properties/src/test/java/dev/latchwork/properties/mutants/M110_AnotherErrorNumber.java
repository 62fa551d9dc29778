package dev.latchwork.properties.mutants;

import dev.latchwork.aio.Errno;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M110: a failed reopen is reported as another error than the one that its waiters expect. */
public final class M110_AnotherErrorNumber extends IoWorker {
    public M110_AnotherErrorNumber(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void completeAsFailed(Handle io) {
        io.complete(-Errno.EIO);
    }
}
