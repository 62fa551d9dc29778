package dev.latchwork.model.history;

import dev.latchwork.model.history.QueueHistory.Kind;

/** What can be said about a queue's capacity by looking at each moment, value by value. Stateless; quadratic. */
final class NaiveScreen {
    private NaiveScreen() {}

    /** Whether at some moment more values were surely in the queue than it holds; pending consumes may take anything. */
    static boolean isOverfull(QueueHistory history) {
        for (int moment = 0; moment < last(history); moment++) {
            int depth = 0;
            for (int insert = 0; insert < history.size(); insert++) {
                if (history.kind(insert) == Kind.INSERTED) {
                    // Between this moment and the next one.
                    depth += history.response(insert) <= moment && earliestConsume(history, insert) > moment ? 1 : 0;
                }
            }
            if (depth > history.capacity()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some insert was told that the queue is full at no moment of which it can have been. */
    static boolean isWronglyFull(QueueHistory history) {
        for (int full = 0; full < history.size(); full++) {
            if (history.kind(full) != Kind.FULL) {
                continue;
            }
            boolean possible = false;
            for (int moment = history.invocation(full); moment <= history.response(full); moment++) {
                int depth = 0;
                for (int insert = 0; insert < history.size(); insert++) {
                    Kind kind = history.kind(insert);
                    if (kind == Kind.INSERTED || kind == Kind.INSERT_PENDING) {
                        depth += history.invocation(insert) <= moment && latestConsume(history, insert) >= moment
                                ? 1
                                : 0;
                    }
                }
                possible |= depth >= history.capacity();
            }
            if (!possible) {
                return true;
            }
        }
        return false;
    }

    private static int earliestConsume(QueueHistory history, int insert) {
        int earliest = History.PENDING;
        for (int consume = 0; consume < history.size(); consume++) {
            if (history.kind(consume) == Kind.CONSUMED && history.value(consume) == history.value(insert)) {
                return history.invocation(consume);
            }
            if (history.kind(consume) == Kind.CONSUME_PENDING) {
                earliest = Math.min(earliest, history.invocation(consume));
            }
        }
        return earliest;
    }

    private static int latestConsume(QueueHistory history, int insert) {
        for (int consume = 0; consume < history.size(); consume++) {
            if (history.kind(consume) == Kind.CONSUMED && history.value(consume) == history.value(insert)) {
                return history.response(consume);
            }
        }
        return History.PENDING;
    }

    private static int last(QueueHistory history) {
        int last = 0;
        for (int operation = 0; operation < history.size(); operation++) {
            last = Math.max(last, history.invocation(operation));
            last = Math.max(last, history.response(operation) == History.PENDING ? 0 : history.response(operation));
        }
        return last + 1;
    }
}
