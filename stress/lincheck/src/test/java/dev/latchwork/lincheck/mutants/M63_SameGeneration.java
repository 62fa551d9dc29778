package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M63: a handle is reused with the generation that it had, so that a reference to the last use passes for one to the next. */
public final class M63_SameGeneration extends Handle {
    public M63_SameGeneration(int id) {
        super(id);
    }

    @Override
    protected void recycle() {
        updateState(HandleState.IDLE);
    }
}
