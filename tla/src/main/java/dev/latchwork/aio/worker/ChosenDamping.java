package dev.latchwork.aio.worker;

/**
 * A damped chain in somebody's hand: a worker wakes higher peers only, and whoever steps the method says when it wakes nobody.
 * So every history that counters could have is had, as in the specification, which has no counters. Used by one thread.
 */
public final class ChosenDamping implements WakeupPolicy {
    private final int most;
    private boolean quiet;

    /** As many peers as there are I/Os left, at most {@code most}, 0 to 31. */
    public ChosenDamping(int most) {
        this.most = most;
    }

    /** Says whether the next worker that consumes wakes nobody. */
    void beQuiet(boolean value) {
        quiet = value;
    }

    @Override
    public int peersToWake(int depth, int underWay) {
        return quiet ? QUIETLY : Math.min(depth, most);
    }

    @Override
    public int lowestPeer(int worker) {
        return worker + 1;
    }
}
