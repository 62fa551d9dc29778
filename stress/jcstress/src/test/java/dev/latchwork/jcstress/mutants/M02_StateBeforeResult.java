package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M02: the handle says that its I/O has run before the result is stored. */
public final class M02_StateBeforeResult extends Handle {
    public M02_StateBeforeResult() {
        super(0);
    }

    @Override
    protected void completeIo(int newResult) {
        updateState(HandleState.COMPLETED_IO);
        storeResult(newResult);
    }
}
