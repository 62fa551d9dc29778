package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.handle.Handle;

/** M50: an I/O whose target could not be reopened is completed as if nothing had been there to read. */
public final class M50_FailureAsSuccess extends Handle {
    public M50_FailureAsSuccess(int id) {
        super(id);
    }

    @Override
    protected void completeIo(int newResult) {
        super.completeIo(Math.max(0, newResult));
    }
}
