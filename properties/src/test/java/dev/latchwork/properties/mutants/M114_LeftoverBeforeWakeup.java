package dev.latchwork.properties.mutants;

import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerControl;
import dev.latchwork.aio.worker.WorkerSubmitter;

/** M114: a submitter performs what did not fit before it wakes the worker that it chose. */
public final class M114_LeftoverBeforeWakeup extends WorkerSubmitter {
    public M114_LeftoverBeforeWakeup(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        super(control, session, performer, probe);
    }

    @Override
    protected Point afterStep(boolean owesWakeup, boolean hasLeftover) {
        return hasLeftover ? Point.PERFORM_SYNCHRONOUSLY : super.afterStep(owesWakeup, false);
    }
}
