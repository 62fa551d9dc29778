package dev.latchwork.aio.unreadable;

import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.util.concurrent.Semaphore;

/** Keeps a worker between Consume and Reopen while it is told to. */
final class HeldReopen implements Probe {
    private final Semaphore consumed = new Semaphore(1);

    /** The next worker that consumes waits. */
    void hold() {
        consumed.acquireUninterruptibly();
    }

    void release() {
        consumed.release();
    }

    @Override
    public void after(Step step, int actor, int argument) {
        // Still inside the queue lock: nobody else needs it in this program until the file has been changed.
        if (step == Step.CONSUME) {
            consumed.acquireUninterruptibly();
            consumed.release();
        }
    }
}
