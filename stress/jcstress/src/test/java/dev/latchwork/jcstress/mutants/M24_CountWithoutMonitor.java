package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.ConditionVariable;

/**
 * M24: a broadcast looks without the monitor whether anybody waits, and takes it only then. The look overtakes the store
 * of what the broadcast is about.
 */
public final class M24_CountWithoutMonitor extends ConditionVariable {
    /** Written under the monitor, read without it. */
    private int enlisted;

    @Override
    public synchronized void prepareToSleep(Waiter waiter) {
        super.prepareToSleep(waiter);
        enlisted = super.waiting();
    }

    @Override
    public synchronized void cancelSleep(Waiter waiter) {
        super.cancelSleep(waiter);
        enlisted = super.waiting();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the mistake
    protected int waiting() {
        return enlisted;
    }
}
