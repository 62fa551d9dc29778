package dev.latchwork.model;

/** Program point of the worker in a slot: the action that the worker takes next. Immutable. */
public enum WorkerPoint {
    VACANT("Vacant"),
    CHECK_INTERRUPTS("CheckInterrupts"),
    LOOK("Look"),
    WAKE_PEER("WakePeer"),
    REOPEN("Reopen"),
    PERFORM("Perform"),
    COMPLETE_FAILED("CompleteFailed"),
    AWAIT("Await"),
    RESET_LATCH("ResetLatch"),
    DEREGISTER("Deregister");

    private static final WorkerPoint[] BY_CODE = values();

    private final String label;

    WorkerPoint(String label) {
        this.label = label;
    }

    /** The point whose {@link #code} is {@code code}, 0 to 9. */
    static WorkerPoint ofCode(int code) {
        return BY_CODE[code];
    }

    /** Number of this point in a packed state. Zero is {@link #VACANT}, so that a zeroed state is the cold start. */
    @SuppressWarnings("EnumOrdinal") // packed states never leave the JVM that made them
    int code() {
        return ordinal();
    }

    /** True from the consume to the completion: the points at which a worker has an I/O in hand. */
    boolean hasIoInHand() {
        return this == WAKE_PEER || this == REOPEN || this == PERFORM || this == COMPLETE_FAILED;
    }

    /** The word of the protocol, such as {@code CheckInterrupts}. */
    @Override
    public String toString() {
        return label;
    }
}
