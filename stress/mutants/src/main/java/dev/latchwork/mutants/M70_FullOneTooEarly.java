package dev.latchwork.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M70: the ring's full test is off by one: it takes one less. */
public final class M70_FullOneTooEarly extends SubmissionQueue {
    public M70_FullOneTooEarly(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected boolean isFull(int newHead, int currentTail) {
        return super.isFull(newHead, currentTail) || super.isFull(advanceHead(newHead), currentTail);
    }
}
