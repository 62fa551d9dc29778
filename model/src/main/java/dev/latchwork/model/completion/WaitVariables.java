package dev.latchwork.model.completion;

/**
 * What a session knows of the I/O that it waits for. Immutable.
 *
 * @param awaited handle of the wait reference, or -1
 * @param generation its generation, or 0
 * @param prepared whether the session has enlisted on the condition variable and not cancelled
 * @param seen whether the state that the session has loaded says that the use is completed
 * @param got the result that the wait gives
 * @param use history: number of the use that the reference was taken in, or 0
 */
public record WaitVariables(int awaited, int generation, boolean prepared, boolean seen, Outcome got, int use) {

    /** Waits for nothing. */
    static final WaitVariables NOTHING = new WaitVariables(-1, 0, false, false, Outcome.NONE, 0);

    /** Waits for the current use of {@code handle}. */
    static WaitVariables of(int handle, HandleVariables itsVariables) {
        return new WaitVariables(handle, itsVariables.generation(), false, false, Outcome.NONE, itsVariables.use());
    }

    /** Whether it waits for anything. */
    boolean isWaiting() {
        return awaited >= 0;
    }

    public WaitVariables prepared(boolean next) {
        return new WaitVariables(awaited, generation, next, seen, got, use);
    }

    public WaitVariables seen(boolean next) {
        return new WaitVariables(awaited, generation, prepared, next, got, use);
    }

    public WaitVariables got(Outcome next) {
        return new WaitVariables(awaited, generation, prepared, seen, next, use);
    }
}
