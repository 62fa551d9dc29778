package dev.latchwork.model.history;

import java.util.Arrays;

/**
 * A history of a bounded first-in-first-out queue: inserts and consumes with their answers. Immutable; holds millions in a
 * few arrays.
 *
 * <p>A value is a use of a handle, that is (handle, generation), so that each is inserted once: the rules of
 * {@link QueueChecker} hold for distinct values only.
 */
public final class QueueHistory implements History {
    /** The witness of an operation that has none: it never was in the critical section, as far as one knows. */
    public static final int NO_WITNESS = -1;

    /** An operation and its answer. */
    public enum Kind {
        /** Inserted the value. */
        INSERTED,
        /** Tried to insert the value and was told that the queue is full. */
        FULL,
        /** Wanted to insert the value, and has no answer. */
        INSERT_PENDING,
        /** Consumed the value. */
        CONSUMED,
        /** Tried to consume and was told that the queue is empty. */
        EMPTY,
        /** Wanted to consume, and has no answer. */
        CONSUME_PENDING;

        boolean isPending() {
            return this == INSERT_PENDING || this == CONSUME_PENDING;
        }

        boolean hasValue() {
            return this != EMPTY && this != CONSUME_PENDING;
        }
    }

    private static final Kind[] KINDS = Kind.values();
    /** A value is printed as handle and generation. */
    private static final int GENERATION_BITS = 40;

    private final int capacity;
    private final int size;
    private final byte[] kinds;
    private final int[] agents;
    private final long[] values;
    private final int[] invocations;
    private final int[] responses;
    private final int[] witnesses;

    private QueueHistory(Builder builder) {
        capacity = builder.capacity;
        size = builder.size;
        kinds = Arrays.copyOf(builder.kinds, size);
        agents = Arrays.copyOf(builder.agents, size);
        values = Arrays.copyOf(builder.values, size);
        invocations = Arrays.copyOf(builder.invocations, size);
        responses = Arrays.copyOf(builder.responses, size);
        witnesses = Arrays.copyOf(builder.witnesses, size);
    }

    /**
     * The value that stands for one use of a handle.
     *
     * @param handle 0 to 2^23 - 1
     * @param generation 0 to 2^40 - 1
     */
    public static long valueOf(int handle, long generation) {
        return (long) handle << GENERATION_BITS | generation;
    }

    /** Such as {@code handle 7.2} for handle 7 in its second generation. */
    public static String textOf(long value) {
        return "handle " + (value >>> GENERATION_BITS) + "." + (value & (1L << GENERATION_BITS) - 1);
    }

    /** Values that the queue holds at most. */
    public int capacity() {
        return capacity;
    }

    @Override
    public int size() {
        return size;
    }

    public Kind kind(int operation) {
        return KINDS[kinds[operation]];
    }

    /** Who did it: number of the session for an insert, slot of the worker for a consume. */
    public int agent(int operation) {
        return agents[operation];
    }

    /** The value; meaningless for {@link Kind#EMPTY} and {@link Kind#CONSUME_PENDING}. */
    public long value(int operation) {
        return values[operation];
    }

    @Override
    public int invocation(int operation) {
        return invocations[operation];
    }

    @Override
    public int response(int operation) {
        return responses[operation];
    }

    /** The moment that it took in the critical section, or {@link #NO_WITNESS}. */
    public int witness(int operation) {
        return witnesses[operation];
    }

    @Override
    public boolean isOptional(int operation) {
        return kind(operation).isPending();
    }

    /**
     * A session's inserts have their effect in the order in which it called them: a batch is inserted in the order in which its
     * I/Os were started, and batches one after the other. Inserts without an answer are in no order here, as those of them that
     * had no effect could be.
     */
    @Override
    public boolean isInProgramOrder(int earlier, int later) {
        return isAnsweredInsert(earlier)
                && isAnsweredInsert(later)
                && agents[earlier] == agents[later]
                && invocations[earlier] < invocations[later];
    }

    private boolean isAnsweredInsert(int operation) {
        return kind(operation) == Kind.INSERTED || kind(operation) == Kind.FULL;
    }

    @Override
    public HistoryOperation operation(int operation) {
        String witness = witnesses[operation] == NO_WITNESS ? "" : ", at " + witnesses[operation];
        return switch (kind(operation)) {
            case INSERTED -> insert(operation, "", witness);
            case FULL -> insert(operation, "full", witness);
            case INSERT_PENDING -> insert(operation, HistoryOperation.UNKNOWN, witness);
            case CONSUMED -> consume(operation, textOf(value(operation)), witness);
            case EMPTY -> consume(operation, "empty", witness);
            case CONSUME_PENDING -> consume(operation, HistoryOperation.UNKNOWN, witness);
        };
    }

    private HistoryOperation insert(int operation, String answer, String witness) {
        return new HistoryOperation("session " + agent(operation), "insert", textOf(value(operation)), answer, witness);
    }

    private HistoryOperation consume(int operation, String answer, String witness) {
        return new HistoryOperation("worker " + agent(operation), "consume", "", answer, witness);
    }

    /** Collects operations, in any order. Not thread-safe. */
    public static final class Builder {
        private static final int FIRST = 64;

        private final int capacity;
        private int size;
        private byte[] kinds = new byte[FIRST];
        private int[] agents = new int[FIRST];
        private long[] values = new long[FIRST];
        private int[] invocations = new int[FIRST];
        private int[] responses = new int[FIRST];
        private int[] witnesses = new int[FIRST];

        /** For a queue that holds {@code capacity} values at most, 1 or more. */
        public Builder(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity = " + capacity + " is below 1");
            }
            this.capacity = capacity;
        }

        /**
         * Adds an operation.
         *
         * @param response the moment, or {@link History#PENDING} exactly for the two pending kinds
         * @param witness the moment that it took in the critical section, or {@link #NO_WITNESS}
         * @throws IllegalArgumentException if it answers before it is called, or is pending and has an answer
         */
        @SuppressWarnings("EnumOrdinal") // never leaves the JVM
        public Builder add(Kind kind, int agent, long value, int invocation, int response, int witness) {
            if (invocation < 0 || response < invocation || kind.isPending() != (response == PENDING)) {
                throw new IllegalArgumentException(
                        kind + " cannot last from " + invocation + " to " + (response == PENDING ? "?" : response));
            }
            if (size == kinds.length) {
                grow();
            }
            kinds[size] = (byte) kind.ordinal();
            agents[size] = agent;
            values[size] = value;
            invocations[size] = invocation;
            responses[size] = response;
            witnesses[size] = witness;
            size++;
            return this;
        }

        private void grow() {
            int larger = 2 * size;
            kinds = Arrays.copyOf(kinds, larger);
            agents = Arrays.copyOf(agents, larger);
            values = Arrays.copyOf(values, larger);
            invocations = Arrays.copyOf(invocations, larger);
            responses = Arrays.copyOf(responses, larger);
            witnesses = Arrays.copyOf(witnesses, larger);
        }

        public QueueHistory build() {
            return new QueueHistory(this);
        }
    }
}
