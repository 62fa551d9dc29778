package dev.latchwork.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M03: the ring's full test is never true, so an insert into a full ring overwrites, and the ring then looks empty. */
public final class M03_NeverFull extends SubmissionQueue {
    public M03_NeverFull(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected boolean isFull(int newHead, int currentTail) {
        return false;
    }
}
