package dev.latchwork.model;

/** Program point of a submitter: the action that it takes next; a closed one takes none. Immutable. */
public enum SubmitterPoint {
    READY("Ready"),
    SUBMIT_SET_LATCH("SubmitSetLatch"),
    PERFORM_SYNCHRONOUSLY("PerformSynchronously"),
    CLOSED("Closed");

    private static final SubmitterPoint[] BY_CODE = values();

    private final String label;

    SubmitterPoint(String label) {
        this.label = label;
    }

    /** The point whose {@link #code} is {@code code}, 0 to 3. */
    static SubmitterPoint ofCode(int code) {
        return BY_CODE[code];
    }

    /** Number of this point in a packed state; zero is {@link #READY}. */
    @SuppressWarnings("EnumOrdinal") // packed states never leave the JVM that made them
    int code() {
        return ordinal();
    }

    /** The word of the protocol, such as {@code SubmitSetLatch}. */
    @Override
    public String toString() {
        return label;
    }
}
