package dev.latchwork.model.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One state of the completion side. Immutable.
 *
 * @param bounds the world
 * @param handles by number
 * @param sessions by number
 * @param executors by number
 * @param waits waits that have begun
 */
public record CompletionState(
        CompletionBounds bounds,
        List<HandleVariables> handles,
        List<SessionVariables> sessions,
        List<ExecutorVariables> executors,
        int waits) {

    /** Copies the lists. */
    public CompletionState {
        handles = List.copyOf(handles);
        sessions = List.copyOf(sessions);
        executors = List.copyOf(executors);
    }

    /** All handles idle, all sessions ready, all executors free. */
    static CompletionState initial(CompletionBounds bounds) {
        return new CompletionState(
                bounds,
                Collections.nCopies(bounds.handles(), HandleVariables.idle()),
                Collections.nCopies(bounds.sessions(), SessionVariables.ready()),
                Collections.nCopies(bounds.executors(), ExecutorVariables.free()),
                0);
    }

    public HandleVariables handle(int number) {
        return handles.get(number);
    }

    public SessionVariables session(int number) {
        return sessions.get(number);
    }

    public ExecutorVariables executor(int number) {
        return executors.get(number);
    }

    /** The session that owns {@code handle}. */
    SessionVariables ownerOf(int handle) {
        return session(bounds.owner(handle));
    }

    /** The handle that {@code session} waits for. */
    public HandleVariables awaitedBy(int session) {
        return handle(session(session).awaiting().awaited());
    }

    /** The handles of {@code session}. */
    IntStream handlesOf(int session) {
        return IntStream.range(0, bounds.handles()).filter(handle -> bounds.owner(handle) == session);
    }

    public CompletionState withHandle(int number, UnaryOperator<HandleVariables> change) {
        return new CompletionState(bounds, changed(handles, number, change), sessions, executors, waits);
    }

    public CompletionState withSession(int number, UnaryOperator<SessionVariables> change) {
        return new CompletionState(bounds, handles, changed(sessions, number, change), executors, waits);
    }

    public CompletionState withExecutor(int number, UnaryOperator<ExecutorVariables> change) {
        return new CompletionState(bounds, handles, sessions, changed(executors, number, change), waits);
    }

    /** One more wait has begun. */
    CompletionState countWait() {
        return new CompletionState(bounds, handles, sessions, executors, waits + 1);
    }

    private static <T> List<T> changed(List<T> all, int number, UnaryOperator<T> change) {
        List<T> copy = new ArrayList<>(all);
        copy.set(number, change.apply(all.get(number)));
        return copy;
    }
}
