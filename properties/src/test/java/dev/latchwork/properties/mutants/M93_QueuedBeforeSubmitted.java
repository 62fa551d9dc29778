package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSubmitter;

/** M93: ids are in the queue before their handles are SUBMITTED. */
public final class M93_QueuedBeforeSubmitted extends WorkerSubmitter {
    public M93_QueuedBeforeSubmitted(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        super(control, session, performer, probe);
    }

    @Override
    protected int publish() {
        int inserted = insert();
        prepare();
        return inserted;
    }
}
