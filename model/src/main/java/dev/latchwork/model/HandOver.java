package dev.latchwork.model;

import java.util.stream.IntStream;

/** Whom a leaving worker wakes, so that a wakeup that it may have been given is not lost. Immutable. */
public enum HandOver {
    /** Nobody: fault B, and PostgreSQL 18. */
    NOBODY("Nobody"),
    /** The lowest idle peer, if I/Os are queued. */
    ONE_IDLE_PEER("OneIdlePeer"),
    /** Every registered peer, idle or not, whether I/Os are queued or not, and none leaves the idle set: PostgreSQL 19. */
    ALL_PEERS("AllPeers");

    private final String label;

    HandOver(String label) {
        this.label = label;
    }

    /**
     * The hand-over that the specification calls {@code label}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HandOver ofLabel(String label) {
        for (HandOver handOver : values()) {
            if (handOver.label.equals(label)) {
                return handOver;
            }
        }
        throw new IllegalArgumentException("no hand-over is called " + label);
    }

    /** Whether a leaving worker passes a duty on at all. */
    boolean passesOn() {
        return this != NOBODY;
    }

    /** The sets of latches of which a leaver can owe exactly these, and set the lowest; as bits, in ascending order. */
    int[] deliverableSets(int workers) {
        return switch (this) {
            case NOBODY -> new int[0];
            case ONE_IDLE_PEER -> IntStream.range(0, workers).map(w -> 1 << w).toArray();
            case ALL_PEERS -> IntStream.range(1, 1 << workers).toArray();
        };
    }

    /** The word of the specification, such as {@code OneIdlePeer}. */
    @Override
    public String toString() {
        return label;
    }
}
