package dev.latchwork.mutants;

import dev.latchwork.aio.worker.IdleWorkerSet;

/** M44: a worker that found the queue empty does not enter the idle set, so that nobody chooses it. */
public final class M44_SleepsWithoutIdleBit extends IdleWorkerSet {
    @Override
    public void markIdle(int worker) {
        // The mistake.
    }
}
