package postgres19;

import dev.latchwork.aio.worker.WakeupPolicy;

/**
 * A worker that consumed wakes one higher peer if I/Os are left, unless it has lately been woken more often than it found an
 * I/O. Two counters, halved together from 4 on, so that what was long ago counts little.
 */
final class DampedChain implements WakeupPolicy {
    private static final int SATURATION = 4;

    private int wakeups;
    private int ios;

    @Override
    public WakeupPolicy ofWorker() {
        return new DampedChain();
    }

    @Override
    public int lowestPeer(int worker) {
        return worker + 1;
    }

    @Override
    public int peersToWake(int depth, int underWay, boolean woken) {
        count(woken);
        int peers = wakeups <= ios ? Math.min(depth, 1) : QUIETLY;
        ios++;
        halve();
        return peers;
    }

    @Override
    public void foundNothing(boolean woken) {
        count(woken);
    }

    private void count(boolean woken) {
        wakeups += woken ? 1 : 0;
        halve();
    }

    private void halve() {
        if (Math.max(wakeups, ios) >= SATURATION) {
            wakeups /= 2;
            ios /= 2;
        }
    }

    /** The whole state: whoever explores the worker method tells states apart by it. */
    @Override
    public String memory() {
        return wakeups + "/" + ios;
    }

    /** Never asked: the answer depends on whether the worker was woken. */
    @Override
    public int peersToWake(int depth, int underWay) {
        throw new UnsupportedOperationException("a damped chain has to know whether the worker was woken");
    }
}
