package postgres19;

import dev.latchwork.aio.worker.QueueGate;

/**
 * A lock at which a submitter does not wait. A monitor guards one flag for the length of a test, so a submitter is never held
 * up by what is done under the queue lock. Monitors and not {@code java.util.concurrent.locks}, because Lincheck cannot see
 * those park.
 */
final class TryLockGate implements QueueGate {
    private boolean taken;

    @Override
    public synchronized boolean tryEnter() {
        if (taken) {
            return false;
        }
        taken = true;
        return true;
    }

    @Override
    public synchronized void enter() {
        while (taken) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the thread of a worker", e);
            }
        }
        taken = true;
    }

    @Override
    public synchronized void leave() {
        taken = false;
        notify();
    }
}
