package dev.latchwork.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expands one block of states of a level after another, and adds what they lead to to the graph. Confined to its thread. */
final class BlockExpansion {
    /*
     * Overview
     * 1 What it is: the work of Explorer on some thousand states, cut so that threads share it and nobody can tell how
     *   many there were.
     * 2 Corresponds to: what the worker threads of TLC do, except for the order, which there is that of a race.
     * 3 Representation: three phases, each of units that one thread does alone.
     *       expand    slice 0 | slice 1 | ..       states of the block -> candidates, by partition
     *       insert    partition 0 | 1 | ..         candidates of all slices, in their order -> new ones
     *       publish   slice 0 | slice 1 | ..       new ones, in the order of their discovery -> numbered, stored, judged
     *   A partition takes the slices in order, so of equal candidates the first one is the new one; and the new states of
     *   a slice get the numbers after those of the slice before. So all numbers, parents and counterexamples are those of
     *   a search on one thread that takes state after state, and do not tell who was faster.
     * 4 Invariants: a block lies in one level; so a new state's parent is one level above it, at the lowest number that
     *   leads there.
     * 5 Guards and lock order: no lock. expand reads the store and writes its slice; insert reads the store,
     *   writes its partition, and marks its own candidates of all slices; publish reads its slice, and writes its own
     *   numbers in the store and its own slots in the tables, which do not move meanwhile.
     * 6 Linearization points: none; a state is in the graph when its block is done.
     * 7 Memory ordering: plain. The end of a phase orders it before the next, see WorkCrew. Without the one between
     *   expand and insert a partition would miss candidates; between insert and publish new states would get no number;
     *   between publish and expand a slice would read states that are not written yet.
     * 8 Blocking and wakeup argument: that of WorkCrew.
     * 9 Departures, gaps, references: a partition per thread, as in the distributed search of Stern and Dill,
     *   "Parallelizing the Murphi verifier", 1997, but with phases instead of messages.
     */
    private static final int SLICES = 32;

    /** The most states of one block. */
    static final int STATES = SLICES * Slice.STATES;

    private final StateGraph graph;
    private final WorkCrew crew;
    private final List<Slice> slices = new ArrayList<>();
    private final Partition[] partitions = new Partition[StateGraph.PARTITIONS];

    BlockExpansion(StateGraph graph, WorkCrew crew) {
        this.graph = graph;
        this.crew = crew;
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = new Partition(graph, i);
        }
    }

    /**
     * What came of a block.
     *
     * @param transitions steps from its states
     * @param violated for each invariant that a new state lacks the lowest number of such a state
     * @param wrong for each property that a step lacks the first such step
     */
    record Found(long transitions, Map<Invariant, Integer> violated, Map<StepProperty, Slice.WrongStep> wrong) {}

    /** Expands the states {@code from} to {@code to - 1}, {@link #STATES} at most, all of one level. */
    Found expand(int from, int to, List<Invariant> invariants, List<StepProperty> steps) {
        int count = (to - from + Slice.STATES - 1) / Slice.STATES;
        while (slices.size() < count) {
            slices.add(new Slice(graph));
        }
        crew.run(count, i -> {
            int first = from + i * Slice.STATES;
            slices.get(i).expand(first, Math.min(to, first + Slice.STATES), steps);
        });
        crew.run(partitions.length, i -> partitions[i].insert(slices, count));
        int[] firsts = reserve(count);
        crew.run(count, i -> slices.get(i).publish(firsts[i], invariants));
        return found(count);
    }

    /** The number of the first new state of each slice. */
    private int[] reserve(int count) {
        int[] firsts = new int[count];
        for (int i = 0; i < count; i++) {
            firsts[i] = graph.size();
            graph.store().reserve(slices.get(i).fresh());
        }
        return firsts;
    }

    private Found found(int count) {
        long transitions = 0;
        Map<StepProperty, Slice.WrongStep> wrong = new LinkedHashMap<>();
        Map<Invariant, Integer> violated = new LinkedHashMap<>();
        for (Slice slice : slices.subList(0, count)) {
            transitions += slice.transitions();
            slice.wrong().forEach(wrong::putIfAbsent);
            slice.violated().forEach(violated::putIfAbsent);
        }
        return new Found(transitions, violated, wrong);
    }
}
