package dev.latchwork.model;

/** What a worker that consumed takes into account when it wakes peers. Immutable. */
public enum Wakeups {
    /** The depth of the queue. */
    FAN_OUT("FanOut"),
    /** The depth, less the workers that were chosen and have not looked at the queue since. */
    EXACT("Exact"),
    /**
     * PostgreSQL 19: only higher workers are woken, and nobody when lately more wakeups than I/Os were counted; when that
     * is, is left open, see {@link WorkerAction.ConsumeQuietly}.
     */
    DAMPED("Damped");

    private final String label;

    Wakeups(String label) {
        this.label = label;
    }

    /**
     * The accounting that the specification calls {@code label}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Wakeups ofLabel(String label) {
        for (Wakeups wakeups : values()) {
            if (wakeups.label.equals(label)) {
                return wakeups;
            }
        }
        throw new IllegalArgumentException("no accounting of wakeups is called " + label);
    }

    /** Whom {@code worker} may wake, if idle. */
    public int candidates(int worker) {
        return this == DAMPED ? -2 << worker : -1;
    }

    /** Workers other than {@code worker} that will look at the queue without being woken again. */
    int comeAnyway(ProtocolState state, int worker) {
        return this == EXACT ? Integer.bitCount(state.underWayBits() & ~(1 << worker)) : 0;
    }

    /** {@code bits} as the set of chosen workers that have not looked yet, where that is kept. */
    int marks(int bits) {
        return this == EXACT ? bits : 0;
    }

    /** The word of the specification, such as {@code Exact}. */
    @Override
    public String toString() {
        return label;
    }
}
