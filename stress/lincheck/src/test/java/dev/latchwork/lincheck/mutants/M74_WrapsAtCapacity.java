package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M74: the indexes wrap at the capacity instead of the size, so the last slot is never used. */
public final class M74_WrapsAtCapacity extends SubmissionQueue {
    public M74_WrapsAtCapacity(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected int advanceHead(int index) {
        return (index + 1) % capacity();
    }

    @Override
    protected int advanceTail(int index) {
        return (index + 1) % capacity();
    }
}
