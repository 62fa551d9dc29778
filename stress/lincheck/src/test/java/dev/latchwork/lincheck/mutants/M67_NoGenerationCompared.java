package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.IoWaiter;

/** M67: a waiter looks at the state alone, and sleeps for a use that is over. */
public final class M67_NoGenerationCompared extends IoWaiter {
    public M67_NoGenerationCompared(InstanceFailure failure, Latch latch) {
        super(failure, latch);
    }

    @Override
    protected boolean isCompleted(Handle handle, long generation) {
        return handle.state().isCompleted();
    }
}
