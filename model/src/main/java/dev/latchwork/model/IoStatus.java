package dev.latchwork.model;

/** What everybody can see of one I/O. Immutable. */
public enum IoStatus {
    UNSUBMITTED("Unsubmitted"),
    SUBMITTED("Submitted"),
    OK("Ok"),
    ENOENT("Enoent");

    private static final IoStatus[] BY_CODE = values();

    private final String label;

    IoStatus(String label) {
        this.label = label;
    }

    /** The status whose {@link #code} is {@code code}, 0 to 3. */
    static IoStatus ofCode(int code) {
        return BY_CODE[code];
    }

    /** Number of this status in a packed state; zero is {@link #UNSUBMITTED}. */
    @SuppressWarnings("EnumOrdinal") // packed states never leave the JVM that made them
    int code() {
        return ordinal();
    }

    /** The word of the protocol, such as {@code Submitted}. */
    @Override
    public String toString() {
        return label;
    }
}
