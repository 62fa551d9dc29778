package dev.latchwork.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The states that an exploration reached, numbered from 0 (the initial state) in the order of their discovery, which is
 * the order of their distance from the initial state. Confined to one thread at a time.
 */
public final class StateGraph {
    private final Protocol protocol;
    private final StateStore store;
    /** For each state the one from which it was discovered; the initial state is its own parent. */
    private int[] parents = new int[1024];

    StateGraph(Protocol protocol) {
        this.protocol = protocol;
        this.store = new StateStore(protocol.initial().layout());
        store.add(protocol.initial());
    }

    /** The protocol whose states these are. */
    public Protocol protocol() {
        return protocol;
    }

    /** Number of distinct states. */
    public int size() {
        return store.size();
    }

    /** State {@code number}, 0 to {@code size() - 1}. */
    public ProtocolState state(int number) {
        return store.get(number);
    }

    /** Number of {@code state}, or -1 when it was not reached. */
    public int numberOf(ProtocolState state) {
        return store.find(state);
    }

    /** Adds {@code state} if it is new, as discovered from {@code parent}. True if it was new. */
    boolean discover(ProtocolState state, int parent) {
        int number = store.size();
        if (store.add(state) != number) {
            return false;
        }
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, parents.length + (parents.length >> 1));
        }
        parents[number] = parent;
        return true;
    }

    /** A shortest behaviour from the initial state to state {@code number}. */
    public Trace pathTo(int number) {
        Deque<Step> steps = new ArrayDeque<>();
        for (int child = number; child != 0; child = parents[child]) {
            steps.addFirst(step(parents[child], child));
        }
        return new Trace(state(0), List.copyOf(steps));
    }

    private Step step(int parent, int child) {
        ProtocolState before = state(parent);
        ProtocolState after = state(child);
        return protocol.enabled(before).stream()
                .filter(action -> protocol.step(before, action).equals(after))
                .findFirst()
                .map(action -> new Step(action, after))
                .orElseThrow(() -> new IllegalStateException(
                        "the protocol is not pure: no action leads from " + before + " to " + after + " any more"));
    }
}
