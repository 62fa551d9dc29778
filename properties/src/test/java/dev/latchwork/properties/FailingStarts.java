package dev.latchwork.properties;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets workers fail to start, as a machine without memory for another thread does. Thread-safe. */
final class FailingStarts implements ThreadFactory {
    private final ThreadFactory factory;
    private final Chances chances;
    private final AtomicBoolean supervised = new AtomicBoolean();

    FailingStarts(ThreadFactory factory, Chances chances) {
        this.factory = factory;
        this.chances = chances;
    }

    @Override
    public Thread newThread(Runnable body) {
        // The first thread is the supervisor's, whose failure is the caller's to see.
        if (supervised.getAndSet(true) && chances.next()) {
            throw new OutOfMemoryError("unable to create a native thread, as chosen");
        }
        return factory.newThread(body);
    }
}
