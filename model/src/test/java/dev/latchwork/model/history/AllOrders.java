package dev.latchwork.model.history;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Whether a small history is linearizable, by trying every order whose beginnings are legal: nothing is remembered, so there
 * is little that could be wrong. Not thread-safe.
 */
final class AllOrders {
    private final History history;
    /** Whether these operations, one after the other, have the answers that they have. */
    private final Predicate<int[]> legal;

    private final boolean programOrder;
    private final int[] order;

    private AllOrders(History history, Predicate<int[]> legal, boolean programOrder) {
        this.history = history;
        this.legal = legal;
        this.programOrder = programOrder;
        this.order = new int[history.size()];
    }

    /** As the register that it is. */
    static boolean explain(RegisterHistory history) {
        return new AllOrders(
                        history,
                        order -> {
                            long value = RegisterHistory.INITIAL;
                            for (int operation : order) {
                                if (history.isWrite(operation)) {
                                    value = history.value(operation);
                                } else if (history.value(operation) != value) {
                                    return false;
                                }
                            }
                            return true;
                        },
                        false)
                .from(0, 0);
    }

    /**
     * As a queue.
     *
     * @param bounded whether the capacity counts; if not, an insert may say at any time that the queue is full
     * @param programOrder whether a session's inserts have their effect in the order in which it called them
     */
    static boolean explain(QueueHistory history, boolean bounded, boolean programOrder) {
        return new AllOrders(history, order -> isLegal(history, order, bounded), programOrder).from(0, 0);
    }

    private static boolean isLegal(QueueHistory history, int[] order, boolean bounded) {
        long[] queue = new long[order.length];
        int in = 0;
        int out = 0;
        for (int operation : order) {
            boolean full = bounded && in - out == history.capacity();
            switch (history.kind(operation)) {
                case INSERTED -> {
                    if (full) {
                        return false;
                    }
                    queue[in++] = history.value(operation);
                }
                case INSERT_PENDING -> {
                    if (!full) {
                        queue[in++] = history.value(operation);
                    }
                }
                case FULL -> {
                    if (bounded && !full) {
                        return false;
                    }
                }
                case CONSUMED -> {
                    if (in == out || queue[out] != history.value(operation)) {
                        return false;
                    }
                    out++;
                }
                case EMPTY -> {
                    if (in != out) {
                        return false;
                    }
                }
                case CONSUME_PENDING -> out += in == out ? 0 : 1;
            }
        }
        return true;
    }

    /** Whether what is ordered already can be completed. */
    private boolean from(int length, long used) {
        int[] soFar = Arrays.copyOf(order, length);
        if (!legal.test(soFar)) {
            return false;
        }
        boolean complete = true;
        for (int operation = 0; operation < history.size(); operation++) {
            complete &= (used & 1L << operation) != 0 || history.isOptional(operation);
        }
        if (complete) {
            return true;
        }
        for (int operation = 0; operation < history.size(); operation++) {
            if ((used & 1L << operation) == 0) {
                // Whatever was over before this one began comes before it, or is left out.
                long before = before(operation);
                if (mayBeLeftOut(before & ~used)) {
                    order[length] = operation;
                    if (from(length + 1, used | before | 1L << operation)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private long before(int operation) {
        long before = 0;
        for (int other = 0; other < history.size(); other++) {
            boolean comesBefore =
                    history.isBefore(other, operation) || (programOrder && history.isInProgramOrder(other, operation));
            before |= comesBefore ? 1L << other : 0;
        }
        return before;
    }

    private boolean mayBeLeftOut(long operations) {
        for (long rest = operations; rest != 0; rest &= rest - 1) {
            if (!history.isOptional(Long.numberOfTrailingZeros(rest))) {
                return false;
            }
        }
        return true;
    }
}
