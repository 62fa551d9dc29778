package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;

/**
 * How many peers a worker wakes that has consumed an I/O, and which it may wake. Called under the queue lock. Most policies are
 * pure and one object serves all workers; one that remembers gives each worker an object of its own ({@link #ofWorker}).
 */
@FunctionalInterface
public interface WakeupPolicy {
    /*
     * Fan-out is for parallelism, not for liveness: a worker looks at the queue again after every I/O, so the I/Os behind
     * the one that it took are executed even if nobody else wakes. What fan-out keeps is WorkConserving: queued work and
     * an idle worker do not stay side by side. It is bounded by the depth because a peer without work is a useless wakeup.
     */

    /** In place of a number of peers: nobody, although the queue would give somebody reason to come. */
    int QUIETLY = -1;

    /** The policy that the settings ask for. */
    static WakeupPolicy of(AioSettings settings) {
        int most = settings.ioWorkerWakeupFanout();
        return switch (settings.ioWorkerWakeupPolicy()) {
            case FAN_OUT -> fanOut(most);
            case EXACT -> exact(most);
        };
    }

    /** The patch's policy: as many as there are I/Os left, at most {@code most}, 0 to 31. */
    static WakeupPolicy fanOut(int most) {
        return (depth, underWay) -> Math.min(depth, most);
    }

    /**
     * Exact accounting: as the patch, but less the wakeups already under way, since each of those workers will take one of
     * the I/Os left. With many workers and a short batch the patch wakes peers for I/Os that others are on their way to.
     */
    static WakeupPolicy exact(int most) {
        return (depth, underWay) -> Math.max(0, Math.min(depth - underWay, most));
    }

    /**
     * Peers to choose, 0 to 31; fewer are woken when fewer are idle.
     *
     * @param depth I/Os left in the queue, 0 or more
     * @param underWay workers that were chosen and have not looked at the queue since, 0 or more
     */
    int peersToWake(int depth, int underWay);

    /**
     * The same for a policy that looks at what became of the worker's own wakeups.
     *
     * @param woken whether the worker comes from a wait that was not ended by a request
     * @return peers to choose, 0 to 31, or {@link #QUIETLY}
     */
    default int peersToWake(int depth, int underWay, boolean woken) {
        return peersToWake(depth, underWay);
    }

    /**
     * The worker has found the queue empty.
     *
     * @param woken as for {@link #peersToWake(int, int, boolean)}
     */
    default void foundNothing(boolean woken) {}

    /** The lowest worker that this one may wake, 0 to 32: all from there on that are idle are candidates. */
    default int lowestPeer(int worker) {
        return 0;
    }

    /** What serves a worker from its registration on; {@code this} if nothing is remembered. */
    default WakeupPolicy ofWorker() {
        return this;
    }

    /**
     * What the next answers depend on beside the arguments: two states with equal memories answer alike. Whoever explores the
     * states of the method tells them apart by it.
     */
    default String memory() {
        return "";
    }
}
