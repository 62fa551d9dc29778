package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSubmitter;

/** M47: what does not fit into the queue is dropped. */
public final class M47_LeftoverDropped extends WorkerSubmitter {
    public M47_LeftoverDropped(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        super(control, session, performer, probe);
    }

    @Override
    protected int leftFrom(int inserted, int ofBatch) {
        return ofBatch;
    }
}
