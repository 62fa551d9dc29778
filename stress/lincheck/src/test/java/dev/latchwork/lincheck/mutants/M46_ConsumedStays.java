package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M46: an I/O that was consumed is still in the queue, so that it is completed again, perhaps in its handle's next use. */
public final class M46_ConsumedStays extends SubmissionQueue {
    public M46_ConsumedStays(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected int advanceTail(int index) {
        return index;
    }
}
