package dev.latchwork.mutants;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.IoWaiter;

/** M15: a waiter loads the generation before the state, so the state may belong to the handle's next use. */
public final class M15_GenerationBeforeState extends IoWaiter {
    public M15_GenerationBeforeState(InstanceFailure failure, Latch latch) {
        super(failure, latch);
    }

    @Override
    protected boolean isCompleted(Handle handle, long generation) {
        boolean recycled = handle.wasRecycled(generation);
        return recycled || handle.state().isCompleted();
    }
}
