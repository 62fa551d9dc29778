package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M88: who completes an I/O forgets those who wait for it. */
public final class M88_NoBroadcast extends Handle {
    public M88_NoBroadcast(int id) {
        super(id);
    }

    @Override
    protected void completeShared() {
        updateState(HandleState.COMPLETED_SHARED);
    }
}
