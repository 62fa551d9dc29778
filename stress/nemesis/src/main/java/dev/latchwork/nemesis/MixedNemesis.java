package dev.latchwork.nemesis;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Lets the nemeses of a plan act when sessions have made progress. Thread-safe. */
final class MixedNemesis {
    private final MixedPlan plan;
    private final PoolNemesis pool;
    private final FileNemesis files;
    private final AtomicLong batches = new AtomicLong();

    MixedNemesis(MixedPlan plan, PoolNemesis pool, FileNemesis files) {
        this.plan = plan;
        this.pool = pool;
        this.files = files;
    }

    /** A session has finished a batch. */
    void batchDone() {
        pool.batchDone();
        long batch = batches.incrementAndGet();
        if (plan.faults().removeEvery() > 0) {
            long since = batch % plan.faults().removeEvery();
            if (since == 0) {
                files.takeAway(new SplittableRandom(plan.seed() ^ batch));
            } else if (since == plan.faults().awayFor()) {
                files.giveBack();
            }
        }
    }
}
