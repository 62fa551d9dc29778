package dev.latchwork.mutants;

import dev.latchwork.aio.worker.IdleWorkerSet;

/** M75: the highest idle worker is chosen instead of the lowest. */
public final class M75_HighestIdleWorker extends IdleWorkerSet {
    @Override
    public int chooseIdle() {
        if (bits() == 0) {
            return NONE;
        }
        int worker = Long.SIZE - 1 - Long.numberOfLeadingZeros(bits());
        clear(worker);
        return worker;
    }
}
