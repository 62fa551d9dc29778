package dev.latchwork.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expands a run of states of one level: the first part of the work on them, and the last. Confined to one thread at a time. */
final class Slice implements Successors.Visitor {
    /** The most states of one slice. */
    static final int STATES = 512;

    /**
     * A step that lacks a property.
     *
     * @param from number of the state before it
     * @param step what happened
     */
    record WrongStep(int from, Step step) {}

    private final StateGraph graph;
    private final Successors successors;
    private final Variant variant;
    private final long[] words;
    private final ProtocolState state;
    private final Candidates[] byPartition = new Candidates[StateGraph.PARTITIONS];
    private final Map<StepProperty, WrongStep> wrong = new LinkedHashMap<>();
    private final Map<Invariant, Integer> violated = new LinkedHashMap<>();
    private StepProperty[] properties = {};
    /** The partition of each successor, in the order of their discovery. */
    private byte[] order = new byte[Slice.STATES];

    private int number;
    private int transitions;

    Slice(StateGraph graph) {
        Protocol protocol = graph.protocol();
        this.graph = graph;
        this.variant = protocol.variant();
        StateLayout layout = protocol.initial().layout();
        this.successors = protocol.successors();
        this.words = new long[layout.words];
        this.state = ProtocolState.ofWords(layout, words);
        for (int partition = 0; partition < byPartition.length; partition++) {
            byPartition[partition] = new Candidates(layout.words);
        }
    }

    /** Finds all steps from the states {@code from} to {@code to - 1}, and judges each by {@code unbroken}. */
    void expand(int from, int to, List<StepProperty> unbroken) {
        for (Candidates candidates : byPartition) {
            candidates.clear();
        }
        properties = unbroken.toArray(StepProperty[]::new);
        wrong.clear();
        transitions = 0;
        for (number = from; number < to; number++) {
            graph.store().read(number, words);
            successors.visit(state, this);
        }
    }

    @Override
    public void visit(Action action, ProtocolState next) {
        for (StepProperty property : properties) {
            if (!property.holds(state, next)) {
                wrong.computeIfAbsent(property, first -> new WrongStep(number, new Step(action, next.copy())));
            }
        }
        int hash = PackedHash.of(next.words());
        int partition = StateGraph.partitionOf(hash);
        byPartition[partition].add(next.words(), 0, number, hash);
        if (transitions == order.length) {
            order = Arrays.copyOf(order, order.length * 2);
        }
        order[transitions++] = (byte) partition;
    }

    /** The successors that belong to {@code partition}, in the order of their discovery. */
    Candidates candidates(int partition) {
        return byPartition[partition];
    }

    /** Number of steps found. */
    int transitions() {
        return transitions;
    }

    /** Number of successors that the partitions marked as new. */
    int fresh() {
        int fresh = 0;
        for (Candidates candidates : byPartition) {
            fresh += candidates.fresh();
        }
        return fresh;
    }

    /** Gives the new states their numbers, {@code first} and up, stores them, and judges each by {@code unbroken}. */
    void publish(int first, List<Invariant> unbroken) {
        violated.clear();
        Invariant[] invariants = unbroken.toArray(Invariant[]::new);
        int[] next = new int[byPartition.length];
        number = first;
        for (int i = 0; i < transitions; i++) {
            Candidates candidates = byPartition[order[i]];
            int index = next[order[i]]++;
            if (candidates.freshSlot(index) >= 0) {
                graph.table(order[i]).renumber(candidates.freshSlot(index), number);
                int offset = candidates.offset(index);
                graph.store().write(number, candidates.data(), offset, candidates.parent(index));
                System.arraycopy(candidates.data(), offset, words, 0, words.length);
                judge(invariants);
                number++;
            }
        }
    }

    private void judge(Invariant[] invariants) {
        for (Invariant invariant : invariants) {
            if (!invariant.holds(state, variant)) {
                violated.putIfAbsent(invariant, number);
            }
        }
    }

    /** For each invariant that some state of the last {@link #publish} lacks the number of the first. */
    Map<Invariant, Integer> violated() {
        return violated;
    }

    /** For each property that some step lacks the first of them. */
    Map<StepProperty, WrongStep> wrong() {
        return wrong;
    }
}
