package dev.latchwork.aio.latch;

import java.util.concurrent.locks.LockSupport;

/**
 * The shipped parker, on {@link LockSupport}. A wait on it is not interruptible, as PostgreSQL's are not by anything but
 * the latch: an interrupt of the thread is kept aside, since parking returns at once while it is pending, and is given
 * back by {@link #disown}.
 */
public final class ThreadParker implements Parker {
    private volatile Thread owner;
    /** Used by the owner only. */
    private boolean interrupted;

    @Override
    public void own() {
        owner = Thread.currentThread();
    }

    @Override
    public void disown() {
        owner = null;
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void park() {
        LockSupport.park(this);
        keepInterrupt();
    }

    @Override
    public void parkNanos(long nanos) {
        LockSupport.parkNanos(this, nanos);
        keepInterrupt();
    }

    private void keepInterrupt() {
        interrupted |= Thread.interrupted();
    }

    @Override
    public void unpark() {
        // Null when nobody owns the parker: a wakeup that arrives after its worker has left wakes nobody.
        LockSupport.unpark(owner);
    }
}
