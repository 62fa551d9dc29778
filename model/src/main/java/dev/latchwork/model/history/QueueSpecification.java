package dev.latchwork.model.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the submission queue does in one history, for {@link SearchChecker}: the values in it, oldest first. Immutable.
 *
 * <p>A value that no consume of the history gives is as good as any other of that kind: no answer depends on which it is. So
 * all of them stand in the state as {@link #ANY}, and states that differ in nothing else are the same.
 */
public class QueueSpecification implements SequentialSpecification<List<Long>> {
    /** Stands for each value that no consume gives; no value, as values are not negative. */
    static final long ANY = -1;

    private final QueueHistory history;
    private final Set<Long> consumed = new HashSet<>();
    private final List<Long> start;

    /** A queue that is empty at first. */
    public QueueSpecification(QueueHistory history) {
        this(history, List.of());
    }

    /** A queue that holds {@code start} at first. */
    public QueueSpecification(QueueHistory history, List<Long> start) {
        this.history = history;
        for (int operation = 0; operation < history.size(); operation++) {
            if (history.kind(operation) == QueueHistory.Kind.CONSUMED) {
                consumed.add(history.value(operation));
            }
        }
        this.start = List.copyOf(start);
    }

    /** The value as it stands in a state. */
    private Long named(long value) {
        return isTold(value) ? value : ANY;
    }

    /** Whether a value must be told from others: a consume gives it. */
    protected boolean isTold(long value) {
        return consumed.contains(value);
    }

    @Override
    public List<Long> start() {
        return start.stream().map(this::named).toList();
    }

    @Override
    public List<Long> after(List<Long> state, int operation) {
        boolean full = state.size() == history.capacity();
        return switch (history.kind(operation)) {
            case INSERTED -> full ? null : with(state, named(history.value(operation)));
            case FULL -> full ? state : null;
            case INSERT_PENDING -> full ? state : with(state, named(history.value(operation)));
            case CONSUMED ->
                !state.isEmpty() && state.get(0).equals(named(history.value(operation))) ? withoutFirst(state) : null;
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
