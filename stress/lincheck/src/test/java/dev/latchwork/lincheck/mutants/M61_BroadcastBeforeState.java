package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M61: the broadcast comes before the state that it tells of, so that a waiter looks too early and sleeps again. */
public final class M61_BroadcastBeforeState extends Handle {
    public M61_BroadcastBeforeState(int id) {
        super(id);
    }

    @Override
    protected void completeShared() {
        completed().broadcast();
        updateState(HandleState.COMPLETED_SHARED);
    }
}
