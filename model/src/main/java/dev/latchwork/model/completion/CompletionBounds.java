package dev.latchwork.model.completion;

/**
 * The finite world: the constants of {@code MCCompletion}. Immutable.
 *
 * @param sessions 1 or more
 * @param handles 1 to {@code sessions * perSession}; session 0 owns the first {@code perSession}, and so on
 * @param perSession handles of each session, 1 or more
 * @param executors 1 or more
 * @param maxUses uses of each handle, 0 or more
 * @param maxWaits waits of all sessions together, 0 or more
 */
public record CompletionBounds(int sessions, int handles, int perSession, int executors, int maxUses, int maxWaits) {

    /** Throws {@link IllegalArgumentException} naming a value that is outside its range. */
    public CompletionBounds {
        check("sessions", sessions, 1);
        check("perSession", perSession, 1);
        check("handles", handles, 1);
        check("executors", executors, 1);
        check("maxUses", maxUses, 0);
        check("maxWaits", maxWaits, 0);
        if (handles > sessions * perSession) {
            throw new IllegalArgumentException(
                    "handles = " + handles + " is outside the valid range (1 .. " + sessions * perSession + ")");
        }
    }

    private static void check(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " = " + value + " is below " + least);
        }
    }

    /** The session that owns {@code handle}. */
    public int owner(int handle) {
        return handle / perSession;
    }
}
