package dev.latchwork.aio.worker;

/** The exit policies by name: the reference, and what upstream did. */
public enum ExitVariant implements ExitPolicy {
    /** Clears the bit and hands a wakeup over. */
    REFERENCE(true, true),
    /** Fault A: the bit stays. */
    SEED_A(false, true),
    /** Fault B: no hand-over. PostgreSQL 18 does this. */
    SEED_B(true, false),
    /** The patch as it was: both faults. */
    SEED(false, false);

    private final boolean clearIdleOnExit;
    private final boolean handOverOnExit;

    ExitVariant(boolean clearIdleOnExit, boolean handOverOnExit) {
        this.clearIdleOnExit = clearIdleOnExit;
        this.handOverOnExit = handOverOnExit;
    }

    @Override
    public void clearIdle(IdleWorkerSet idle, int worker) {
        if (clearIdleOnExit) {
            idle.clear(worker);
        }
    }

    @Override
    public int choosePeer(IdleWorkerSet idle, int worker, int depth) {
        if (!handOverOnExit || depth == 0) {
            return IdleWorkerSet.NONE;
        }
        // A worker never hands over to itself, even where fault A leaves its bit set.
        boolean stale = idle.contains(worker);
        idle.clear(worker);
        int peer = idle.chooseIdle();
        if (stale) {
            idle.markIdle(worker);
        }
        return peer;
    }
}
