package dev.latchwork.properties.mutants;

import dev.latchwork.aio.Errno;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.IoWorker;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSeams;

/** M111: a failed reopen is reported as its error number, which reads as so many bytes. */
public final class M111_ErrorNumberNotNegated extends IoWorker {
    public M111_ErrorNumberNotNegated(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        super(control, handles, failure, poolChanged, seams);
    }

    @Override
    protected void completeAsFailed(Handle io) {
        io.complete(Errno.ENOENT);
    }
}
