package dev.latchwork.tla.proof.worker;

/** To whom a worker that gives up its slot hands over. */
public enum ExitVariant {
    /** The reference: one idle peer, if I/Os are queued. */
    ONE_IDLE_PEER,
    /** PostgreSQL 19: every registered worker, idle or not, whether I/Os are queued or not. */
    ALL_PEERS
}
