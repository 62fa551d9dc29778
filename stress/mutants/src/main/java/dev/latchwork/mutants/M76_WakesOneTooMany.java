package dev.latchwork.mutants;

import dev.latchwork.aio.worker.WakeupPolicy;

/** M76: a worker that consumed wakes a peer more than there are I/Os left, if it may: that one wakes for nothing. */
public final class M76_WakesOneTooMany implements WakeupPolicy {
    private static final int FAN_OUT = 2;

    @Override
    public int peersToWake(int depth, int underWay) {
        return Math.min(depth + 1, FAN_OUT);
    }
}
