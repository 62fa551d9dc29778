package dev.latchwork.aio.execution;

import dev.latchwork.aio.AioException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the whole instance has failed: PostgreSQL's PANIC. Raised when something goes wrong where nothing may, such as
 * in a completion; from then on every pending and every later wait ends with an error, and nobody hangs. Any thread.
 */
public final class InstanceFailure {
    private static final System.Logger LOG = System.getLogger(InstanceFailure.class.getName());

    private final AtomicReference<Throwable> cause = new AtomicReference<>();
    private final CopyOnWriteArrayList<Runnable> wakeups = new CopyOnWriteArrayList<>();

    /** Adds what wakes those who would otherwise wait for ever; each runs once, in the thread that raises. */
    public void onRaise(Runnable wakeup) {
        wakeups.add(wakeup);
    }

    /** Fails the instance; only the first cause counts. */
    public void raise(String where, Throwable failure) {
        if (cause.compareAndSet(null, failure)) {
            LOG.log(Level.ERROR, "PANIC: " + where + ": the instance has failed", failure);
            wakeups.forEach(Runnable::run);
        }
    }

    public boolean isRaised() {
        return cause.get() != null;
    }

    /** Throws if the instance has failed. */
    public void check() {
        Throwable failure = cause.get();
        if (failure != null) {
            throw new AioException("PANIC: the instance has failed: " + failure, failure);
        }
    }
}
