package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.IdleWorkerSet;

/** M30: the bit is shifted as an int, so worker 32 marks itself idle as worker 0. */
public final class M30_WorkersModulo32 extends IdleWorkerSet {
    @Override
    public void markIdle(int worker) {
        super.markIdle(worker % Integer.SIZE);
    }
}
