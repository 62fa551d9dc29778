package dev.latchwork.model.history;

/**
 * An operation of a history for a reader. Immutable.
 *
 * @param agent who called it, such as {@code session 3} or {@code worker 0}
 * @param name such as {@code insert}
 * @param argument what it was given; empty if nothing
 * @param answer what it gave, {@code ?} if nobody knows; empty if it gives nothing
 * @param about what else is known of it; empty if nothing
 */
public record HistoryOperation(String agent, String name, String argument, String answer, String about) {
    /** Nobody knows what the operation gave. */
    static final String UNKNOWN = "?";

    /** Such as {@code session 0: insert handle 2.1 -> full, at 23}. */
    @Override
    public String toString() {
        return agent + ": " + name + (argument.isEmpty() ? "" : " " + argument)
                + (answer.isEmpty() ? "" : " -> " + answer) + about;
    }
}
