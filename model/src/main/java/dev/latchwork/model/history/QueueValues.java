package dev.latchwork.model.history;

import java.util.Arrays;

/**
 * The values of a queue history: for each the moments between which it was inserted and consumed. Values are numbered from
 * 0. Immutable once made.
 */
final class QueueValues {
    static final int NONE = -1;

    private final QueueHistory history;
    private final ValueIndex index = new ValueIndex();
    private final int[] inserts;
    private final int[] consumes;
    private final int insertedTwice;
    private final int consumedTwice;
    /** When a value that nobody is known to have consumed may have been consumed at the earliest. */
    private final int unknownConsume;

    private final int[] byInsertInvocation;
    private final int[] byInsertResponse;

    /**
     * @param takers whether a pending consume may have taken a value: if not, pending consumes are left out
     */
    QueueValues(QueueHistory history, boolean takers) {
        this.history = history;
        int most = history.size();
        int[] insertOf = filled(most);
        int[] consumeOf = filled(most);
        int twiceIn = NONE;
        int twiceOut = NONE;
        int earliest = History.PENDING;
        for (int operation = 0; operation < history.size(); operation++) {
            switch (history.kind(operation)) {
                case INSERTED, INSERT_PENDING -> {
                    int value = index.numberOf(history.value(operation));
                    if (insertOf[value] != NONE && twiceIn == NONE) {
                        twiceIn = operation;
                    }
                    insertOf[value] = operation;
                }
                case CONSUMED -> {
                    int value = index.numberOf(history.value(operation));
                    if (consumeOf[value] != NONE && twiceOut == NONE) {
                        twiceOut = operation;
                    } else {
                        consumeOf[value] = operation;
                    }
                }
                case CONSUME_PENDING -> earliest = Math.min(earliest, history.invocation(operation));
                case FULL, EMPTY -> {
                    // Of no value that is in the queue.
                }
            }
        }
        inserts = Arrays.copyOf(insertOf, index.count());
        consumes = Arrays.copyOf(consumeOf, index.count());
        insertedTwice = twiceIn;
        consumedTwice = twiceOut;
        unknownConsume = takers ? earliest : History.PENDING;
        byInsertInvocation = sorted(false);
        byInsertResponse = sorted(true);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /** The values that were inserted, in the order of their inserts' invocations or responses. */
    private int[] sorted(boolean byResponse) {
        long[] keys = new long[count()];
        int used = 0;
        for (int value = 0; value < count(); value++) {
            if (inserts[value] != NONE) {
                keys[used++] = (long) (byResponse ? insertResponse(value) : insertInvocation(value)) << 32 | value;
            }
        }
        long[] all = Arrays.copyOf(keys, used);
        Arrays.sort(all);
        int[] values = new int[used];
        for (int i = 0; i < used; i++) {
            values[i] = (int) all[i];
        }
        return values;
    }

    int count() {
        return index.count();
    }

    String text(int value) {
        return QueueHistory.textOf(index.value(value));
    }

    /** The operation that inserted it, or {@link #NONE}. */
    int insert(int value) {
        return inserts[value];
    }

    /** The operation that consumed it first, or {@link #NONE}. */
    int consume(int value) {
        return consumes[value];
    }

    /** The operation that inserted a value for the second time, or {@link #NONE}. */
    int insertedTwice() {
        return insertedTwice;
    }

    /** The operation that consumed a value for the second time, or {@link #NONE}. */
    int consumedTwice() {
        return consumedTwice;
    }

    int valueOf(int operation) {
        return index.numberOf(history.value(operation));
    }

    int insertInvocation(int value) {
        return history.invocation(inserts[value]);
    }

    int insertResponse(int value) {
        return history.response(inserts[value]);
    }

    boolean isConsumed(int value) {
        return consumes[value] != NONE;
    }

    /** The earliest moment at which it may have been consumed, or {@link History#PENDING}. */
    int consumeInvocation(int value) {
        return isConsumed(value) ? history.invocation(consumes[value]) : unknownConsume;
    }

    /** The latest moment at which it may have been consumed. */
    int consumeResponse(int value) {
        return isConsumed(value) ? history.response(consumes[value]) : History.PENDING;
    }

    /** Inserted values, in the order in which their inserts were called. */
    int[] byInsertInvocation() {
        return byInsertInvocation;
    }

    /** Inserted values, in the order in which their inserts had answered. */
    int[] byInsertResponse() {
        return byInsertResponse;
    }
}
