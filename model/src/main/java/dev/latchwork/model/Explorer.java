package dev.latchwork.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Visits every reachable state of a protocol, breadth first, and looks in each for violated invariants, and at each step
 * for violated properties of steps. What was violated once is not looked at again, so that one exploration gives the
 * shortest counterexample of each; when all are violated, the exploration ends. What it finds does not depend on the
 * number of its threads: not a count, not the number of a state, not a step of a counterexample. Liveness is
 * {@link FairCycles}'s concern. Each exploration is confined to its caller's thread and the threads that it has for itself.
 */
public final class Explorer {
    /*
     * Overview
     * 1 What it is: an explicit-state model checker for one protocol.
     * 2 Corresponds to: TLC's breadth-first search over MCSpec with its invariants; distinct states and diameter are
     *   to be equal to TLC's.
     * 3 Representation: the graph numbers states level by level, so the queue of states to expand is a range of numbers,
     *   and a level ends where it stood when the level before was done. BlockExpansion does the work on a part of a level.
     * 4 Invariants: states below the one being expanded are expanded; each state's parent is on the level before.
     * 5 Guards and lock order: none; only the caller's thread runs here, the others in the phases of BlockExpansion.
     * 6 Linearization points: none. 7 Memory ordering: see BlockExpansion and WorkCrew.
     * 8 Blocking and wakeup argument: see WorkCrew.
     * 9 Departures, gaps, references: a state without successors is no error, since all I/Os may be done; whether it
     *   should not have been the end is a question of liveness.
     */

    /** The progress is told whenever this many states more have been expanded. */
    public static final int PROGRESS_INTERVAL = 1 << 18;

    /** The most threads of an exploration: as many as there are partitions of the states. */
    public static final int MAX_THREADS = StateGraph.PARTITIONS;

    private final Protocol protocol;
    private final IntConsumer progress;
    private final List<Invariant> unbroken;
    private final List<StepProperty> unbrokenSteps;
    private final Map<Invariant, Trace> counterexamples = new LinkedHashMap<>();
    private final Map<StepProperty, Trace> stepCounterexamples = new LinkedHashMap<>();
    private final StateGraph graph;
    private long transitions;

    private Explorer(
            Protocol protocol,
            List<Invariant> invariants,
            List<StepProperty> steps,
            IntConsumer progress,
            MemoryLimit memory) {
        this.protocol = protocol;
        this.progress = progress;
        this.unbroken = new ArrayList<>(invariants);
        this.unbrokenSteps = new ArrayList<>(steps);
        this.graph = new StateGraph(protocol, memory);
    }

    /** Explores {@code protocol} on one thread, looking at {@code invariants}. */
    public static Exploration explore(Protocol protocol, List<Invariant> invariants) {
        return explore(protocol, invariants, List.of(), expanded -> {});
    }

    /** Explores {@code protocol} on one thread, looking at {@code invariants} and {@code steps}. */
    public static Exploration explore(
            Protocol protocol, List<Invariant> invariants, List<StepProperty> steps, IntConsumer progress) {
        return explore(protocol, invariants, steps, progress, 1);
    }

    /**
     * Explores {@code protocol}, looking at {@code invariants} and {@code steps}.
     *
     * @param progress told the number of expanded states every {@value #PROGRESS_INTERVAL} of them, on the caller's thread
     * @param threads 1 to {@value #MAX_THREADS}; the caller's is one of them
     * @throws IllegalArgumentException when {@code threads} is outside its range
     * @throws IllegalStateException when the states do not fit into the heap
     */
    public static Exploration explore(
            Protocol protocol,
            List<Invariant> invariants,
            List<StepProperty> steps,
            IntConsumer progress,
            int threads) {
        return explore(protocol, invariants, steps, progress, threads, MemoryLimit.ofHeap());
    }

    static Exploration explore(
            Protocol protocol,
            List<Invariant> invariants,
            List<StepProperty> steps,
            IntConsumer progress,
            int threads,
            MemoryLimit memory) {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads = " + threads + " is outside its range of 1 to " + MAX_THREADS);
        }
        try (WorkCrew crew = new WorkCrew(threads)) {
            return explore(protocol, invariants, steps, progress, crew, memory);
        }
    }

    static Exploration explore(
            Protocol protocol,
            List<Invariant> invariants,
            List<StepProperty> steps,
            IntConsumer progress,
            WorkCrew crew,
            MemoryLimit memory) {
        return new Explorer(protocol, invariants, steps, progress, memory)
                .run(crew, invariants.isEmpty() && steps.isEmpty());
    }

    private Exploration run(WorkCrew crew, boolean nothingToViolate) {
        judgeInitial();
        BlockExpansion blocks = new BlockExpansion(graph, crew);
        int diameter = 0;
        int expanded = 0;
        boolean searching = true;
        while (searching && expanded < graph.size()) {
            diameter++;
            int endOfLevel = graph.size();
            while (searching && expanded < endOfLevel) {
                int end = Math.min(endOfLevel, expanded + BlockExpansion.STATES);
                record(blocks.expand(expanded, end, unbroken, unbrokenSteps));
                tellProgress(expanded, end);
                expanded = end;
                searching = nothingToViolate || !unbroken.isEmpty() || !unbrokenSteps.isEmpty();
            }
        }
        boolean complete = expanded == graph.size();
        return new Exploration(
                graph,
                transitions,
                diameter,
                complete,
                Collections.unmodifiableMap(counterexamples),
                Collections.unmodifiableMap(stepCounterexamples));
    }

    private void tellProgress(int before, int after) {
        int told = before / PROGRESS_INTERVAL;
        while (told < after / PROGRESS_INTERVAL) {
            progress.accept(++told * PROGRESS_INTERVAL);
        }
    }

    private void judgeInitial() {
        for (Invariant invariant : List.copyOf(unbroken)) {
            if (!invariant.holds(graph.state(0), protocol.variant())) {
                strikeOut(invariant, 0);
            }
        }
    }

    private void record(BlockExpansion.Found found) {
        transitions += found.transitions();
        found.wrong().forEach((property, wrong) -> {
            stepCounterexamples.put(property, graph.pathTo(wrong.from()).then(wrong.step()));
            unbrokenSteps.remove(property);
        });
        found.violated().forEach(this::strikeOut);
    }

    private void strikeOut(Invariant invariant, int number) {
        counterexamples.put(invariant, graph.pathTo(number));
        unbroken.remove(invariant);
    }
}
