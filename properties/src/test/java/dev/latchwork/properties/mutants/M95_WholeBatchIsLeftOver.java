package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSubmitter;

/** M95: a submitter whose batch did not fit performs all of it, also what is in the queue. */
public final class M95_WholeBatchIsLeftOver extends WorkerSubmitter {
    public M95_WholeBatchIsLeftOver(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        super(control, session, performer, probe);
    }

    @Override
    protected int leftFrom(int inserted, int ofBatch) {
        return inserted < ofBatch ? 0 : inserted;
    }
}
