package dev.latchwork.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Visits every reachable state of a protocol, breadth first, and looks in each for violated invariants, and at each step
 * for violated properties of steps. What was violated once is not looked at again, so that one exploration gives the
 * shortest counterexample of each; when all are violated, the exploration ends. Liveness is {@link FairCycles}'s concern. Confined to its thread.
 */
public final class Explorer {
    /*
     * Overview
     * 1 What it is: an explicit-state model checker for one protocol.
     * 2 Corresponds to: TLC's breadth-first search over MCSpec with its invariants; distinct states and diameter are
     *   to be equal to TLC's.
     * 3 Representation: the store numbers states in the order of discovery, so the queue of states to expand is a
     *   range of numbers, and a level ends where it stood when the level before was done.
     * 4 Invariants: states below the one being expanded are expanded; each state's parent is on the level before.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: a state without successors is no error, since all I/Os may be done; whether it
     *   should not have been the end is a question of liveness.
     */

    /** The progress is told whenever this many states more have been expanded. */
    public static final int PROGRESS_INTERVAL = 1 << 18;

    private final Protocol protocol;
    private final IntConsumer progress;
    private final List<Invariant> unbroken;
    private final List<StepProperty> unbrokenSteps;
    private final Map<Invariant, Trace> counterexamples = new LinkedHashMap<>();
    private final Map<StepProperty, Trace> stepCounterexamples = new LinkedHashMap<>();
    private final StateGraph graph;
    private long transitions;

    private Explorer(Protocol protocol, List<Invariant> invariants, List<StepProperty> steps, IntConsumer progress) {
        this.protocol = protocol;
        this.progress = progress;
        this.unbroken = new ArrayList<>(invariants);
        this.unbrokenSteps = new ArrayList<>(steps);
        this.graph = new StateGraph(protocol);
    }

    /** Explores {@code protocol}, looking at {@code invariants}. */
    public static Exploration explore(Protocol protocol, List<Invariant> invariants) {
        return explore(protocol, invariants, List.of(), expanded -> {});
    }

    /**
     * Explores {@code protocol}, looking at {@code invariants} and {@code steps}.
     *
     * @param progress told the number of expanded states every {@value #PROGRESS_INTERVAL} of them
     */
    public static Exploration explore(
            Protocol protocol, List<Invariant> invariants, List<StepProperty> steps, IntConsumer progress) {
        return new Explorer(protocol, invariants, steps, progress).run(invariants.isEmpty() && steps.isEmpty());
    }

    private Exploration run(boolean nothingToViolate) {
        judge(graph.state(0), 0);
        int diameter = 0;
        int expanded = 0;
        boolean searching = true;
        while (searching && expanded < graph.size()) {
            diameter++;
            int endOfLevel = graph.size();
            while (searching && expanded < endOfLevel) {
                expand(expanded++);
                if (expanded % PROGRESS_INTERVAL == 0) {
                    progress.accept(expanded);
                }
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

    private void expand(int number) {
        ProtocolState state = graph.state(number);
        for (Action action : protocol.enabled(state)) {
            transitions++;
            ProtocolState successor = protocol.step(state, action);
            judgeStep(number, action, state, successor);
            int next = graph.size();
            if (graph.discover(successor, number)) {
                judge(successor, next);
            }
        }
    }

    private void judgeStep(int number, Action action, ProtocolState before, ProtocolState after) {
        for (Iterator<StepProperty> rest = unbrokenSteps.iterator(); rest.hasNext(); ) {
            StepProperty property = rest.next();
            if (!property.holds(before, after)) {
                stepCounterexamples.put(property, graph.pathTo(number).then(new Step(action, after)));
                rest.remove();
            }
        }
    }

    private void judge(ProtocolState state, int number) {
        for (Iterator<Invariant> rest = unbroken.iterator(); rest.hasNext(); ) {
            Invariant invariant = rest.next();
            if (!invariant.holds(state, protocol.variant())) {
                counterexamples.put(invariant, graph.pathTo(number));
                rest.remove();
            }
        }
    }
}
