package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioSettings;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Interrupts workers and resizes the pool while sessions work. It acts on progress, not on time: sessions report each
 * batch, and certain reports are disturbances. Thread-safe.
 */
final class PoolNemesis {
    private final Aio aio;
    private final CopyPlan plan;
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong interrupts = new AtomicLong();
    private final AtomicLong resizes = new AtomicLong();

    PoolNemesis(Aio aio, CopyPlan plan) {
        this.aio = aio;
        this.plan = plan;
    }

    /** A session has finished a batch. */
    void batchDone() {
        long batch = batches.incrementAndGet();
        SplittableRandom random = new SplittableRandom(plan.seed() ^ batch);
        if (isTurn(batch, plan.interruptEvery())) {
            interruptOne(random.nextInt(AioSettings.MAX_IO_WORKERS));
        }
        if (isTurn(batch, plan.resizeEvery())) {
            aio.reload(1 + random.nextInt(Math.min(2 * plan.ioWorkers(), AioSettings.MAX_IO_WORKERS)));
            resizes.incrementAndGet();
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
