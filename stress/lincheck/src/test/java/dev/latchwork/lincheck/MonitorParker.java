package dev.latchwork.lincheck;

import dev.latchwork.aio.latch.Parker;

/**
 * A parker on a monitor. Lincheck lets every park on {@link java.util.concurrent.locks.LockSupport} return at once, so a
 * wakeup that nobody sends is never missed there; a wait on a monitor that nobody notifies is a deadlock, which it finds.
 */
public final class MonitorParker implements Parker {
    private boolean permit;

    @Override
    public void own() {
        // The monitor wakes whoever waits.
    }

    @Override
    public void disown() {
        // The permit stays for the next owner, for whom it is spurious.
    }

    @Override
    public synchronized void park() {
        while (!permit) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a thread here", e);
            }
        }
        permit = false;
    }

    @Override
    public void parkNanos(long nanos) {
        throw new UnsupportedOperationException("there is no time under a controlled scheduler");
    }

    @Override
    public synchronized void unpark() {
        permit = true;
        notifyAll();
    }
}
