package dev.latchwork.aio.worker;

/** The exit policies by name: the reference, and what upstream did and does. */
public enum ExitVariant implements ExitPolicy {
    /** Clears the bit and hands a wakeup over. */
    REFERENCE(true, HandOver.ONE_IDLE_PEER),
    /** Fault A: the bit stays. */
    SEED_A(false, HandOver.ONE_IDLE_PEER),
    /** Fault B: no hand-over. PostgreSQL 18 does this. */
    SEED_B(true, HandOver.NOBODY),
    /** The patch as it was: both faults. */
    SEED(false, HandOver.NOBODY),
    /** Clears the bit and wakes everybody. */
    POSTGRES_19(true, HandOver.ALL_PEERS);

    private final boolean clearsIdle;
    private final HandOver handOver;

    ExitVariant(boolean clearsIdle, HandOver handOver) {
        this.clearsIdle = clearsIdle;
        this.handOver = handOver;
    }

    @Override
    public boolean clearsIdle() {
        return clearsIdle;
    }

    @Override
    public HandOver handOver() {
        return handOver;
    }
}
