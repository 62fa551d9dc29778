package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.worker.RacingPool;

/** M25: whoever reads the counters reads each in a moment of its own, so they do not add up. */
public final class M25_CountersOneByOne {
    private M25_CountersOneByOne() {}

    /** I/Os that were queued, as of one moment, and synchronous fallbacks, as of a later one; nothing else. */
    public static AioStatistics statistics(RacingPool pool) {
        long queued = pool.statistics().queued();
        long fallbacks = pool.statistics().synchronousFallbacks();
        return new AioStatistics(queued, fallbacks, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
