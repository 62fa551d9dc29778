package dev.latchwork.aio.worker;

/**
 * What a worker does to the idle set in the critical section in which it gives up its slot. Called under the queue lock.
 * The two decisions are the variation points of faults A and B (docs/protocol.md).
 */
public interface ExitPolicy {
    /** Takes the leaving worker out of the idle set. Leaving it in is fault A. */
    void clearIdle(IdleWorkerSet idle, int worker);

    /**
     * Chooses the peer that takes over a wakeup which the leaving worker may have been given. Choosing nobody is fault B:
     * the I/O then stays queued beside sleeping workers until somebody submits again.
     *
     * @param depth I/Os in the queue
     * @return the chosen peer, who is then owed a wakeup, or {@link IdleWorkerSet#NONE}
     */
    int choosePeer(IdleWorkerSet idle, int worker, int depth);
}
