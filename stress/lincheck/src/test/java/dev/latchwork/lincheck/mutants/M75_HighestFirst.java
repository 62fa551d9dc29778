package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.worker.IdleWorkerSet;

/** M75: the highest idle worker is chosen instead of the lowest. */
public final class M75_HighestFirst extends IdleWorkerSet {
    @Override
    public int chooseIdle() {
        for (int worker = Long.SIZE - 1; worker >= 0; worker--) {
            if (contains(worker)) {
                clear(worker);
                return worker;
            }
        }
        return NONE;
    }
}
