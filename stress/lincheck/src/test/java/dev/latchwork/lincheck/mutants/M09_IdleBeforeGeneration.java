package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M09: a handle is idle before its generation is advanced, and for that moment its use looks as if it were not completed. */
public final class M09_IdleBeforeGeneration extends Handle {
    public M09_IdleBeforeGeneration(int id) {
        super(id);
    }

    @Override
    protected void recycle() {
        updateState(HandleState.IDLE);
        nextGeneration();
    }
}
