package dev.latchwork.model.trace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often runs came to each action and to each side of it. Confined to its thread. */
public final class TraceCoverage {
    private final long[] sides = new long[Side.values().length];
    private final long[] actions = new long[RecordedAction.values().length];

    @SuppressWarnings("EnumOrdinal") // never leaves this object
    void saw(Side side) {
        sides[side.ordinal()]++;
    }

    @SuppressWarnings("EnumOrdinal") // never leaves this object
    void saw(RecordedAction action) {
        actions[action.ordinal()]++;
    }

    /** How often the side was come to. */
    @SuppressWarnings("EnumOrdinal") // never leaves this object
    public long of(Side side) {
        return sides[side.ordinal()];
    }

    /** How often each action was taken, by its word, in the order of {@link RecordedAction}. */
    @SuppressWarnings("EnumOrdinal") // never leaves this object
    public Map<String, Long> actions() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (RecordedAction action : RecordedAction.values()) {
            counts.put(action.toString(), actions[action.ordinal()]);
        }
        return counts;
    }

    /** How often each side was come to, in words, in the order of {@link Side}. */
    public Map<String, Long> sides() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            counts.put(side.toString(), of(side));
        }
        return counts;
    }

    /** The sides that were never come to. */
    public List<Side> missing() {
        return Arrays.stream(Side.values()).filter(side -> of(side) == 0).toList();
    }

    /** All events. */
    public long events() {
        return Arrays.stream(actions).sum();
    }

    /** Adds what another run came to. */
    public void add(TraceCoverage other) {
        Arrays.setAll(sides, i -> sides[i] + other.sides[i]);
        Arrays.setAll(actions, i -> actions[i] + other.actions[i]);
    }
}
