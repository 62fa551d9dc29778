package dev.latchwork.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M06: consume does not advance the tail when it wraps, so the I/O in the last slot is given out again. */
public final class M06_TailStaysAtWrap extends SubmissionQueue {
    public M06_TailStaysAtWrap(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected int advanceTail(int index) {
        int next = super.advanceTail(index);
        return next == 0 ? index : next;
    }
}
