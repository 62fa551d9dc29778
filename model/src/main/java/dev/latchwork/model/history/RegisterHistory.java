package dev.latchwork.model.history;

import java.util.Arrays;

/**
 * A history of one register: reads and writes of a number. Immutable.
 *
 * <p>An operation that failed and surely had no effect is not part of it. A write that failed otherwise may have had its
 * effect within its interval, and one that is pending at any moment after its call; both are optional. A read without an
 * answer says nothing and is not part of it either.
 */
public final class RegisterHistory implements History, SequentialSpecification<Long> {
    /** What the register holds at first. */
    public static final long INITIAL = 0;

    private final String name;
    private final int size;
    private final boolean[] writes;
    private final boolean[] optional;
    private final int[] agents;
    private final long[] values;
    private final int[] invocations;
    private final int[] responses;

    private RegisterHistory(Builder builder) {
        name = builder.name;
        size = builder.size;
        writes = Arrays.copyOf(builder.writes, size);
        optional = Arrays.copyOf(builder.optional, size);
        agents = Arrays.copyOf(builder.agents, size);
        values = Arrays.copyOf(builder.values, size);
        invocations = Arrays.copyOf(builder.invocations, size);
        responses = Arrays.copyOf(builder.responses, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int invocation(int operation) {
        return invocations[operation];
    }

    @Override
    public int response(int operation) {
        return responses[operation];
    }

    @Override
    public boolean isOptional(int operation) {
        return optional[operation];
    }

    public boolean isWrite(int operation) {
        return writes[operation];
    }

    /** What was read or written. */
    public long value(int operation) {
        return values[operation];
    }

    @Override
    public HistoryOperation operation(int operation) {
        String agent = "session " + agents[operation];
        String about = " of " + name;
        if (!writes[operation]) {
            return new HistoryOperation(agent, "read", "", Long.toString(values[operation]), about);
        }
        String answer =
                responses[operation] == PENDING ? HistoryOperation.UNKNOWN : optional[operation] ? "failed" : "";
        return new HistoryOperation(agent, "write", Long.toString(values[operation]), answer, about);
    }

    @Override
    public Long start() {
        return INITIAL;
    }

    @Override
    public Long after(Long state, int operation) {
        if (writes[operation]) {
            return values[operation];
        }
        return state == values[operation] ? state : null;
    }

    @Override
    public boolean isRead(int operation) {
        return !writes[operation];
    }

    /** Collects the operations of one register, in any order. Not thread-safe. */
    public static final class Builder {
        private static final int FIRST = 16;

        private final String name;
        private int size;
        private boolean[] writes = new boolean[FIRST];
        private boolean[] optional = new boolean[FIRST];
        private int[] agents = new int[FIRST];
        private long[] values = new long[FIRST];
        private int[] invocations = new int[FIRST];
        private int[] responses = new int[FIRST];

        /** Of the register of this name, for texts. */
        public Builder(String name) {
            this.name = name;
        }

        /** A read that gave {@code value}. */
        public Builder read(int agent, long value, int invocation, int response) {
            return add(false, false, agent, value, invocation, response);
        }

        /** A write that succeeded. */
        public Builder write(int agent, long value, int invocation, int response) {
            return add(true, false, agent, value, invocation, response);
        }

        /** A write that failed, so that nobody knows how far it came, or that has no answer. */
        public Builder perhapsWrite(int agent, long value, int invocation, int response) {
            return add(true, true, agent, value, invocation, response);
        }

        private Builder add(boolean write, boolean isOptional, int agent, long value, int invocation, int response) {
            if (invocation < 0 || response < invocation || (response == PENDING && !isOptional)) {
                throw new IllegalArgumentException("an operation that lasts from " + invocation + " to " + response);
            }
            if (size == writes.length) {
                grow();
            }
            writes[size] = write;
            optional[size] = isOptional;
            agents[size] = agent;
            values[size] = value;
            invocations[size] = invocation;
            responses[size] = response;
            size++;
            return this;
        }

        private void grow() {
            int larger = 2 * size;
            writes = Arrays.copyOf(writes, larger);
            optional = Arrays.copyOf(optional, larger);
            agents = Arrays.copyOf(agents, larger);
            values = Arrays.copyOf(values, larger);
            invocations = Arrays.copyOf(invocations, larger);
            responses = Arrays.copyOf(responses, larger);
        }

        public RegisterHistory build() {
            return new RegisterHistory(this);
        }
    }
}
