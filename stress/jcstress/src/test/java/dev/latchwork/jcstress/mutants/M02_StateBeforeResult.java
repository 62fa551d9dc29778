package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M02: the state says that the I/O is complete before the result is there. */
public final class M02_StateBeforeResult extends Handle {
    public M02_StateBeforeResult(int id) {
        super(id);
    }

    @Override
    protected void completeIo(int newResult) {
        updateState(HandleState.COMPLETED_IO);
        storeResult(newResult);
    }
}
