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
 * linearizable; some are corrupted afterwards, and most of those are not. In half of them inserts come in batches, which are
 * called one after the other, inserted together and answered at once.
 */
final class RandomQueueHistory {
    private static final int MOST_OPERATIONS = 8;
    private static final int[] CAPACITIES = {1, 3, 7};
    /** Moments between two operations of the order that is drawn. */
    private static final int STEP = 4;

    private static final int LARGEST_BATCH = 4;

    private final SplittableRandom random;
    private final int capacity;
    private final List<Operation> operations = new ArrayList<>();
    private final Deque<Long> queue = new ArrayDeque<>();
    private long nextValue = 1;
    private int nextMoment = 100;
    /** Moments from call to critical section, and from there to the answer, are less. */
    private int spread;

    private boolean mayEnd;
    private int agent;
    private int lastCall;

    /** One operation, which a corruption may change. */
    private static final class Operation {
        private Kind kind;
        private final int agent;
        private long value;
        private int invocation;
        private int response;
        private final int witness;

        Operation(Kind kind, int agent, long value, int invocation, int response, int witness) {
            this.kind = kind;
            this.agent = agent;
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
        int largestBatch = random.nextBoolean() ? LARGEST_BATCH : 1;
        spread = 1 + random.nextInt(4 * STEP);
        mayEnd = random.nextInt(4) == 0;
        while (operations.size() < count) {
            if (random.nextInt(5) < 3) {
                insert(1 + random.nextInt(Math.min(largestBatch, count - operations.size())));
            } else {
                consume();
            }
        }
        Collections.shuffle(operations, new java.util.Random(random.nextLong()));
    }

    /** A batch, up to the first that does not fit. Its session is that of the batch before, if it may have called by then. */
    private void insert(int size) {
        boolean pending = mayEnd && random.nextInt(4) == 0;
        boolean happens = !pending || random.nextBoolean();
        int call = nextMoment - random.nextInt(spread);
        if (call <= lastCall || random.nextBoolean()) {
            agent++;
        }
        List<Operation> batch = new ArrayList<>();
        boolean full = false;
        for (int i = 0; i < size && !full; i++) {
            full = queue.size() == capacity;
            if (happens && !full) {
                queue.add(nextValue);
            }
            Kind kind = pending ? Kind.INSERT_PENDING : full ? Kind.FULL : Kind.INSERTED;
            int witness = happens ? nextMoment : QueueHistory.NO_WITNESS;
            batch.add(new Operation(kind, agent, nextValue++, call, History.PENDING, witness));
            lastCall = call;
            // Never after the moment of the next one, which is a step later.
            call += 1 + random.nextInt(STEP);
            nextMoment += STEP;
        }
        int answer = nextMoment - STEP + random.nextInt(spread);
        batch.forEach(each -> each.response = pending ? History.PENDING : answer);
        operations.addAll(batch);
    }

    private void consume() {
        boolean pending = mayEnd && random.nextInt(4) == 0;
        boolean happens = !pending || random.nextBoolean();
        Long oldest = happens ? queue.poll() : null;
        operations.add(new Operation(
                pending ? Kind.CONSUME_PENDING : oldest == null ? Kind.EMPTY : Kind.CONSUMED,
                0,
                oldest == null ? 0 : oldest,
                nextMoment - random.nextInt(spread),
                pending ? History.PENDING : nextMoment + random.nextInt(spread),
                happens ? nextMoment : QueueHistory.NO_WITNESS));
        nextMoment += STEP;
    }

    private void corrupt() {
        Operation one = operations.get(random.nextInt(operations.size()));
        Operation other = operations.get(random.nextInt(operations.size()));
        switch (random.nextInt(10)) {
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
            case 7 -> {
                if (isInsert(one) && isInsert(other)) {
                    long value = one.value;
                    one.value = other.value;
                    other.value = value;
                }
            }
            case 8 -> {
                if (isInsert(one) && isInsert(other) && one.response == other.response) {
                    int invocation = one.invocation;
                    one.invocation = other.invocation;
                    other.invocation = invocation;
                }
            }
            default -> {
                shift(one, other.invocation - one.invocation);
                if (one.response != History.PENDING && other.response != History.PENDING) {
                    one.response = Math.max(one.invocation, other.response - random.nextInt(STEP));
                }
            }
        }
    }

    private static boolean isInsert(Operation operation) {
        return operation.kind == Kind.INSERTED || operation.kind == Kind.FULL;
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
            builder.add(each.kind, each.agent, each.value, each.invocation, each.response, each.witness);
        }
        return builder.build();
    }
}
