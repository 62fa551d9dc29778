package dev.latchwork.model.history;

import java.util.ArrayList;
import java.util.List;

/** What the submission queue does in one history, for {@link SearchChecker}: the values in it, oldest first. Immutable. */
public final class QueueSpecification implements SequentialSpecification<List<Long>> {
    private final QueueHistory history;
    private final List<Long> start;

    /** A queue that is empty at first. */
    public QueueSpecification(QueueHistory history) {
        this(history, List.of());
    }

    /** A queue that holds {@code start} at first. */
    public QueueSpecification(QueueHistory history, List<Long> start) {
        this.history = history;
        this.start = List.copyOf(start);
    }

    @Override
    public List<Long> start() {
        return start;
    }

    @Override
    public List<Long> after(List<Long> state, int operation) {
        boolean full = state.size() == history.capacity();
        return switch (history.kind(operation)) {
            case INSERTED -> full ? null : with(state, history.value(operation));
            case FULL -> full ? state : null;
            case INSERT_PENDING -> full ? state : with(state, history.value(operation));
            case CONSUMED -> !state.isEmpty() && state.get(0) == history.value(operation) ? withoutFirst(state) : null;
            case EMPTY -> state.isEmpty() ? state : null;
            case CONSUME_PENDING -> state.isEmpty() ? state : withoutFirst(state);
        };
    }

    @Override
    public boolean isRead(int operation) {
        return history.kind(operation) == QueueHistory.Kind.FULL || history.kind(operation) == QueueHistory.Kind.EMPTY;
    }

    private static List<Long> with(List<Long> state, long value) {
        List<Long> after = new ArrayList<>(state.size() + 1);
        after.addAll(state);
        after.add(value);
        return after;
    }

    private static List<Long> withoutFirst(List<Long> state) {
        return new ArrayList<>(state.subList(1, state.size()));
    }
}
