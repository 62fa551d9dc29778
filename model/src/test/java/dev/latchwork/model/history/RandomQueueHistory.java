package dev.latchwork.model.history;

import dev.latchwork.model.history.QueueHistory.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small random histories of the submission queue: an order is drawn first, and intervals around it, so that it is
 * linearizable; some are corrupted afterwards, and most of those are not.
 */
final class RandomQueueHistory {
    private static final int MOST_OPERATIONS = 8;
    private static final int[] CAPACITIES = {1, 3, 7};
    /** Moments between two operations of the order that is drawn. */
    private static final int STEP = 4;

    private final SplittableRandom random;
    private final int capacity;
    private final List<Operation> operations = new ArrayList<>();

    /** One operation, which a corruption may change. */
    private static final class Operation {
        private Kind kind;
        private long value;
        private int invocation;
        private int response;
        private final int witness;

        Operation(Kind kind, long value, int invocation, int response, int witness) {
            this.kind = kind;
            this.value = value;
            this.invocation = invocation;
            this.response = response;
            this.witness = witness;
        }
    }

    private RandomQueueHistory(SplittableRandom random) {
        this.random = random;
        this.capacity = CAPACITIES[random.nextInt(CAPACITIES.length)];
    }

    /** A history of the {@code seed}; corrupted if so wanted. */
    static QueueHistory of(long seed, boolean corrupted) {
        RandomQueueHistory history = new RandomQueueHistory(new SplittableRandom(seed));
        history.draw();
        if (corrupted) {
            int times = 1 + history.random.nextInt(2);
            for (int i = 0; i < times; i++) {
                history.corrupt();
            }
        }
        return history.build();
    }

    private void draw() {
        int count = 3 + random.nextInt(MOST_OPERATIONS - 2);
        int spread = 1 + random.nextInt(4 * STEP);
        boolean mayEnd = random.nextInt(4) == 0;
        Deque<Long> queue = new ArrayDeque<>();
        long nextValue = 1;
        for (int i = 0; i < count; i++) {
            int witness = 100 + STEP * i;
            int invocation = witness - random.nextInt(spread);
            int response = witness + random.nextInt(spread);
            boolean pending = mayEnd && random.nextInt(4) == 0;
            boolean happens = !pending || random.nextBoolean();
            Kind kind;
            long value = 0;
            if (random.nextInt(5) < 3) {
                value = nextValue++;
                boolean full = queue.size() == capacity;
                if (happens && !full) {
                    queue.add(value);
                }
                kind = pending ? Kind.INSERT_PENDING : full ? Kind.FULL : Kind.INSERTED;
            } else {
                Long oldest = happens ? queue.poll() : null;
                value = oldest == null ? 0 : oldest;
                kind = pending ? Kind.CONSUME_PENDING : oldest == null ? Kind.EMPTY : Kind.CONSUMED;
            }
            operations.add(new Operation(
                    kind,
                    value,
                    invocation,
                    pending ? History.PENDING : response,
                    happens ? witness : QueueHistory.NO_WITNESS));
        }
        Collections.shuffle(operations, new java.util.Random(random.nextLong()));
    }

    private void corrupt() {
        Operation one = operations.get(random.nextInt(operations.size()));
        Operation other = operations.get(random.nextInt(operations.size()));
        switch (random.nextInt(8)) {
            case 0 -> {
                if (one.kind == Kind.CONSUMED && other.kind == Kind.CONSUMED) {
                    long value = one.value;
                    one.value = other.value;
                    other.value = value;
                }
            }
            case 1 -> {
                if (one.kind == Kind.CONSUMED) {
                    one.kind = Kind.EMPTY;
                } else if (one.kind == Kind.EMPTY) {
                    one.kind = Kind.CONSUMED;
                    one.value = 1L + random.nextInt(operations.size());
                }
            }
            case 2 -> {
                if (one.kind == Kind.INSERTED) {
                    one.kind = Kind.FULL;
                } else if (one.kind == Kind.FULL) {
                    one.kind = Kind.INSERTED;
                }
            }
            case 3 -> {
                if (one.kind == Kind.CONSUMED && other.kind == Kind.CONSUMED) {
                    one.value = other.value;
                }
            }
            case 4 -> {
                if (one.kind == Kind.CONSUMED) {
                    one.value = random.nextInt(2 * operations.size());
                }
            }
            case 5 -> operations.remove(one);
            case 6 -> shift(one, random.nextInt(-5 * STEP, 5 * STEP));
            default -> {
                shift(one, other.invocation - one.invocation);
                if (one.response != History.PENDING && other.response != History.PENDING) {
                    one.response = Math.max(one.invocation, other.response - random.nextInt(STEP));
                }
            }
        }
    }

    private static void shift(Operation operation, int by) {
        operation.invocation += by;
        if (operation.response != History.PENDING) {
            operation.response += by;
        }
    }

    private QueueHistory build() {
        QueueHistory.Builder builder = new QueueHistory.Builder(capacity);
        for (Operation each : operations) {
            builder.add(each.kind, 0, each.value, each.invocation, each.response, each.witness);
        }
        return builder.build();
    }
}
