package dev.latchwork.aio.worker;

/**
 * What a worker does to the others in the critical section in which it gives up its slot. The two decisions are the variation
 * points of faults A and B (docs/protocol.md). Pure.
 */
public interface ExitPolicy {
    /** To whom a leaving worker hands over a wakeup that it may have been given. */
    enum HandOver {
        /** Nobody: fault B. The I/O then stays queued beside sleeping workers until somebody submits again. */
        NOBODY,
        /** One idle peer, if I/Os are queued. */
        ONE_IDLE_PEER,
        /** Every registered worker, idle or not, whether I/Os are queued or not, as PostgreSQL 19 does. */
        ALL_PEERS
    }

    /** Whether the leaving worker is taken out of the idle set. Leaving it in is fault A. */
    boolean clearsIdle();

    HandOver handOver();
}
