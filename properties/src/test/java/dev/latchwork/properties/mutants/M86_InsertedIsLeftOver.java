package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSubmitter;

/** M86: an I/O that was inserted is left over as well, so that it runs twice. */
public final class M86_InsertedIsLeftOver extends WorkerSubmitter {
    public M86_InsertedIsLeftOver(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        super(control, session, performer, probe);
    }

    @Override
    protected int leftFrom(int inserted, int ofBatch) {
        return Math.max(0, inserted - 1);
    }
}
