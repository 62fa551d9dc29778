package dev.latchwork.aio.worker;

/** The interrupt policies by name: the reference, and what upstream did. */
public enum InterruptVariant implements InterruptPolicy {
    /** At every turn, with empty hands. */
    REFERENCE(true, false),
    /** Fault C: not held from consume to completion. */
    SEED_C(true, true),
    /** Fault E: only after a wait. */
    SEED_E(false, false),
    /** The patch as it was: both faults. */
    SEED(false, true);

    private final boolean servedAtEveryTurn;
    private final boolean servedWithIoInHand;

    InterruptVariant(boolean servedAtEveryTurn, boolean servedWithIoInHand) {
        this.servedAtEveryTurn = servedAtEveryTurn;
        this.servedWithIoInHand = servedWithIoInHand;
    }

    @Override
    public boolean servedAtEveryTurn() {
        return servedAtEveryTurn;
    }

    @Override
    public boolean servedWithIoInHand() {
        return servedWithIoInHand;
    }
}
