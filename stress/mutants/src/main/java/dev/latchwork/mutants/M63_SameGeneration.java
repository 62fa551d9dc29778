package dev.latchwork.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.ConditionVariable;

/** M63: the next use of a handle has the generation of the last. */
public final class M63_SameGeneration extends Handle {
    public M63_SameGeneration(int id) {
        super(id);
    }

    public M63_SameGeneration(int id, ConditionVariable completed) {
        super(id, completed);
    }

    @Override
    protected void recycle() {
        updateState(HandleState.IDLE);
    }
}
