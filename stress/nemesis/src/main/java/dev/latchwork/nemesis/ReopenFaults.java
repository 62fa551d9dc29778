package dev.latchwork.nemesis;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.probe.ForwardingProbe;
import dev.latchwork.aio.probe.Probe;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a share of all reopens fail, at the patch's injection point {@code AIO_WORKER_AFTER_REOPEN}. The n-th reopen of a
 * run fails or not by the seed alone; which I/O that is depends on the schedule. Thread-safe.
 */
final class ReopenFaults extends ForwardingProbe {
    private final long seed;
    private final double share;
    private final AtomicLong reopens = new AtomicLong();
    private final AtomicLong injected = new AtomicLong();

    /** Fails a {@code share} (0 to 1) of all reopens, and tells {@code next} of every step. */
    ReopenFaults(Probe next, long seed, double share) {
        super(next);
        this.seed = seed;
        this.share = share;
    }

    @Override
    public void afterReopen(int worker, IoHandle handle) throws IOException {
        if (new SplittableRandom(seed + reopens.incrementAndGet()).nextDouble() < share) {
            injected.incrementAndGet();
            throw new IOException("injected at AIO_WORKER_AFTER_REOPEN");
        }
    }

    /** Reopens made to fail so far. */
    long injected() {
        return injected.get();
    }
}
