package dev.latchwork.bench.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * The completion that the peers get: a flag, and an unpark only if somebody waits. Cheaper than any future of the JDK, so
 * that what is compared is the hand-over. One waiter, one completer.
 */
class Completion {
    private volatile boolean done;
    private volatile Thread waiter;
    /** Written before {@link #done}. */
    private Throwable failure;

    /** Before the I/O is handed over. */
    final void arm() {
        failure = null;
        waiter = null;
        done = false;
    }

    /** By whoever performed the I/O; {@code cause} is null when it succeeded. */
    final void complete(Throwable cause) {
        failure = cause;
        done = true;
        Thread waiting = waiter;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** Waits; the waiter is stored before the flag is looked at again, and the flag before the waiter is looked for. */
    final void await() {
        if (!done) {
            waiter = Thread.currentThread();
            while (!done) {
                LockSupport.park(this);
            }
        }
        if (failure != null) {
            throw new IllegalStateException("an I/O of the batch failed", failure);
        }
    }
}
