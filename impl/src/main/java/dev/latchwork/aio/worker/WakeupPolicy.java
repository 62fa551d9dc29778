package dev.latchwork.aio.worker;

/** How many peers a worker wakes that has consumed an I/O. Called under the queue lock; pure. */
@FunctionalInterface
public interface WakeupPolicy {
    /*
     * Fan-out is for parallelism, not for liveness: a worker looks at the queue again after every I/O, so the I/Os behind
     * the one that it took are executed even if nobody else wakes. What fan-out keeps is WorkConserving: queued work and
     * an idle worker do not stay side by side. It is bounded by the depth because a peer without work is a useless wakeup.
     */

    /** The patch's {@code IO_WORKER_WAKEUP_FANOUT}. */
    int WAKEUP_FANOUT = 2;

    /** The patch's policy: as many as there are I/Os left, at most {@link #WAKEUP_FANOUT}. */
    WakeupPolicy FAN_OUT = depth -> Math.min(depth, WAKEUP_FANOUT);

    /**
     * Peers to choose, 0 to {@link #WAKEUP_FANOUT}; fewer are woken when fewer are idle.
     *
     * @param depth I/Os left in the queue, 0 or more
     */
    int peersToWake(int depth);
}
