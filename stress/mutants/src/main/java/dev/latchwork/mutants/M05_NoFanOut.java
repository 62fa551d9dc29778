package dev.latchwork.mutants;

import dev.latchwork.aio.worker.WakeupPolicy;

/** M05: a worker that consumed wakes no peer, so that the I/Os behind its own wait while others sleep. */
public final class M05_NoFanOut implements WakeupPolicy {
    @Override
    public int peersToWake(int depth, int underWay) {
        return 0;
    }
}
