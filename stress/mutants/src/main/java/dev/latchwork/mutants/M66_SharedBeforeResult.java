package dev.latchwork.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M66: the state says that the I/O is completed for everybody before its result is there. */
public final class M66_SharedBeforeResult extends Handle {
    public M66_SharedBeforeResult(int id) {
        super(id);
    }

    @Override
    protected void completeIo(int newResult) {
        updateState(HandleState.COMPLETED_IO);
        updateState(HandleState.COMPLETED_SHARED);
        storeResult(newResult);
    }

    @Override
    protected void completeShared() {
        completed().broadcast();
    }
}
