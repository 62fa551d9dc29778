package dev.latchwork.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M46: a consumed I/O stays in the queue. */
public final class M46_StaysQueued extends SubmissionQueue {
    public M46_StaysQueued(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected int advanceTail(int index) {
        return index;
    }
}
