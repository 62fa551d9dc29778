package dev.latchwork.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The states that an exploration reached, numbered from 0 (the initial state) in the order of their discovery, which is
 * the order of their distance from the initial state. The numbers do not depend on how many threads explored. Safe for use by several threads once the
 * exploration is over.
 */
public final class StateGraph {
    private static final int PARTITION_BITS = 4;

    /** Tables among which the states are divided by hash: more than threads, so that none of these waits for long. */
    static final int PARTITIONS = 1 << PARTITION_BITS;

    private final Protocol protocol;
    private final StateLayout layout;
    private final StateStore store;
    private final StateTable[] tables = new StateTable[PARTITIONS];

    /** Holds the initial state only. */
    StateGraph(Protocol protocol, MemoryLimit memory) {
        this.protocol = protocol;
        ProtocolState initial = protocol.initial();
        this.layout = initial.layout();
        this.store = new StateStore(layout.words, memory);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            tables[partition] = new StateTable(memory);
        }
        store.reserve(1);
        store.write(0, initial.words(), 0, 0);
        int hash = PackedHash.of(initial.words());
        StateTable table = tables[partitionOf(hash)];
        table.put(table.slotOf(hash, number -> false), hash, 0);
    }

    /** The partition of a state with this {@code hash}: by its high bits, as the low ones choose the slot. */
    static int partitionOf(int hash) {
        return hash >>> (Integer.SIZE - PARTITION_BITS);
    }

    StateStore store() {
        return store;
    }

    StateTable table(int partition) {
        return tables[partition];
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
        long[] words = new long[layout.words];
        store.read(number, words);
        return ProtocolState.ofWords(layout, words);
    }

    /** Number of {@code state}, or -1 when it was not reached. */
    public int numberOf(ProtocolState state) {
        long[] words = state.words();
        int hash = PackedHash.of(words);
        StateTable table = tables[partitionOf(hash)];
        return table.numberAt(table.slotOf(hash, number -> store.holds(number, words, 0)));
    }

    /** A shortest behaviour from the initial state to state {@code number}. */
    public Trace pathTo(int number) {
        Deque<Step> steps = new ArrayDeque<>();
        for (int child = number; child != 0; child = store.parent(child)) {
            steps.addFirst(step(store.parent(child), child));
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
