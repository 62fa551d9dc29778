package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Interrupts workers and resizes the pool while sessions work. It acts on progress, not on time: sessions report each
 * batch, and certain reports are disturbances. Thread-safe.
 */
final class PoolNemesis {
    private final Aio aio;
    private final long seed;
    private final int interruptEvery;
    private final int resizeEvery;
    private final int largestPool;
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong interrupts = new AtomicLong();
    private final AtomicLong resizes = new AtomicLong();

    /**
     * @param interruptEvery a worker is interrupted once in so many batches; 0: never
     * @param resizeEvery the pool is resized to 1 .. {@code largestPool} once in so many batches; 0: never
     * @param largestPool 1 to 32
     */
    PoolNemesis(Aio aio, long seed, int interruptEvery, int resizeEvery, int largestPool) {
        this.aio = aio;
        this.seed = seed;
        this.interruptEvery = interruptEvery;
        this.resizeEvery = resizeEvery;
        this.largestPool = largestPool;
    }

    /** A session has finished a batch. */
    void batchDone() {
        long batch = batches.incrementAndGet();
        SplittableRandom random = new SplittableRandom(seed ^ batch);
        if (isTurn(batch, interruptEvery)) {
            interruptOne(random.nextInt(AioSettings.MAX_IO_WORKERS));
        }
        if (isTurn(batch, resizeEvery)) {
            aio.reload(1 + random.nextInt(largestPool));
            resizes.incrementAndGet();
        }
    }

    /**
     * Gives the pool a last size, when no session works any more, and waits until it has it.
     *
     * @param deadline in {@link System#nanoTime}'s time
     * @return what is wrong, or null
     */
    String settle(int size, long deadline) {
        aio.reload(size);
        while (true) {
            AioStatistics s = aio.statistics();
            long running = s.workersStarted() - s.workersExited();
            if (running == size) {
                return null;
            }
            if (System.nanoTime() - deadline > 0) {
                return "the pool is to have " + size + " workers, and has " + running;
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isTurn(long batch, int every) {
        return every > 0 && batch % every == 0;
    }

    private void interruptOne(int first) {
        for (int i = 0; i < AioSettings.MAX_IO_WORKERS; i++) {
            if (aio.interruptWorker((first + i) % AioSettings.MAX_IO_WORKERS)) {
                interrupts.incrementAndGet();
                return;
            }
        }
    }

    /** Workers that were asked to exit. */
    long interrupts() {
        return interrupts.get();
    }

    long resizes() {
        return resizes.get();
    }
}
