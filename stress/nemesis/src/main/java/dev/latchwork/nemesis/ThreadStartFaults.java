package dev.latchwork.nemesis;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a share of all workers fail to start, as a machine without memory for another thread does. Thread-safe. */
final class ThreadStartFaults implements ThreadFactory {
    private final ThreadFactory factory;
    private final long seed;
    private final double share;
    private final AtomicLong starts = new AtomicLong();
    private final AtomicLong injected = new AtomicLong();

    ThreadStartFaults(ThreadFactory factory, long seed, double share) {
        this.factory = factory;
        this.seed = seed;
        this.share = share;
    }

    @Override
    public Thread newThread(Runnable body) {
        long start = starts.getAndIncrement();
        // The first thread is the supervisor's, whose failure is the caller's to see.
        if (start > 0 && new SplittableRandom(seed + start).nextDouble() < share) {
            injected.incrementAndGet();
            throw new OutOfMemoryError("injected: unable to create native thread");
        }
        return factory.newThread(body);
    }

    long injected() {
        return injected.get();
    }
}
