package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.worker.SubmissionQueue;

/** M03: the full test is never true, so one insert too many makes a full ring look empty and loses what was in it. */
public final class M03_FullTestNeverTrue extends SubmissionQueue {
    public M03_FullTestNeverTrue(int minimumSize) {
        super(minimumSize);
    }

    @Override
    protected boolean isFull(int newHead, int currentTail) {
        return false;
    }
}
