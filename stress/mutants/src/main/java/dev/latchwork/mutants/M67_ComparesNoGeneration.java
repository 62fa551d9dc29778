package dev.latchwork.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.IoWaiter;

/** M67: a waiter does not compare generations, and sleeps for a use that is over. */
public final class M67_ComparesNoGeneration extends IoWaiter {
    public M67_ComparesNoGeneration(InstanceFailure failure, Latch latch) {
        super(failure, latch);
    }

    @Override
    protected boolean isCompleted(Handle awaited, long itsGeneration) {
        return awaited.state().isCompleted();
    }
}
