package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M49: an I/O whose target could not be reopened is left as it is by the worker that had it. */
public final class M49_FailureNotCompleted extends Handle {
    public M49_FailureNotCompleted(int id) {
        super(id);
    }

    @Override
    protected void completeIo(int newResult) {
        if (newResult >= 0) {
            super.completeIo(newResult);
        }
    }

    @Override
    protected void completeShared() {
        if (state() == HandleState.COMPLETED_IO) {
            super.completeShared();
        }
    }
}
