package dev.latchwork.model.completion;

/** What an I/O ended with. Immutable. */
public enum Outcome {
    NONE("None"),
    OK("Ok"),
    ENOENT("Enoent");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The word of the protocol, such as {@code Enoent}. */
    @Override
    public String toString() {
        return label;
    }
}
