package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.mutants.ModelMutant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    private static Exploration explore(CheckedBounds bounds, Variant variant, List<Invariant> invariants) {
        return Explorer.explore(Protocol.of(bounds.bounds(), variant), invariants);
    }

    /**
     * A search that shares nothing with the explorer but the protocol, with a hash map and a queue of state objects, finds
     * the same states, at the same distances, and as many transitions. Kills a store that merges or splits states.
     */
    @Test
    void explore_whenComparedWithATextbookSearch_thenSameGraph() {
        Protocol protocol = Protocol.of(CheckedBounds.RESIZE.bounds(), Variant.REFERENCE);
        Map<String, Integer> distances = new HashMap<>();
        Deque<ProtocolState> queue = new ArrayDeque<>(List.of(protocol.initial()));
        distances.put(protocol.initial().toString(), 1);
        long transitions = 0;
        while (!queue.isEmpty()) {
            ProtocolState state = queue.remove();
            for (Action action : protocol.enabled(state)) {
                transitions++;
                ProtocolState next = protocol.step(state, action);
                if (distances.putIfAbsent(next.toString(), distances.get(state.toString()) + 1) == null) {
                    queue.add(next);
                }
            }
        }

        Exploration exploration = Explorer.explore(protocol, List.of());

        assertEquals(distances.size(), exploration.distinct());
        assertEquals(transitions, exploration.transitions());
        assertEquals(distances.values().stream().mapToInt(d -> d).max().orElseThrow(), exploration.diameter());
        for (int number = 0; number < exploration.distinct(); number++) {
            ProtocolState state = exploration.graph().state(number);
            assertEquals(number, exploration.graph().numberOf(state));
            assertEquals(
                    distances.get(state.toString()),
                    exploration.graph().pathTo(number).length());
        }
    }

    /** A counterexample is a behaviour: each step is enabled and leads where it says, to a state that lacks the property. */
    @Test
    void counterexample_whenReplayed_thenEndsInAStateThatLacksTheProperty() {
        Protocol seed = Protocol.of(CheckedBounds.RESIZE.bounds(), Variant.SEED);
        Map<Invariant, Trace> counterexamples =
                Explorer.explore(seed, Invariants.ALL).counterexamples();

        assertEquals(4, counterexamples.size());
        counterexamples.forEach((invariant, trace) -> {
            ProtocolState state = seed.initial();
            for (Step step : trace.steps()) {
                assertTrue(invariant.holds(state, seed.variant()), "violated before the end");
                state = seed.step(state, step.action());
                assertEquals(state, step.state());
            }
            assertFalse(invariant.holds(state, seed.variant()));
        });
    }

    /** The search ends as soon as everything that it looks at is violated, and says that it is not complete. */
    @Test
    void explore_whenEverythingIsViolated_thenEndsEarly() {
        Exploration exploration =
                explore(CheckedBounds.WARM_RESIZE, Variant.SEED_A, List.of(Invariants.IDLE_ONLY_REGISTERED));

        assertFalse(exploration.complete());
        assertTrue(exploration.distinct() < 100, "explored " + exploration.distinct());
        assertEquals(
                7,
                exploration
                        .counterexample(Invariants.IDLE_ONLY_REGISTERED)
                        .orElseThrow()
                        .length());
    }

    /** A property that the first state lacks is found there. */
    @Test
    void explore_whenInitialStateLacksTheProperty_thenTraceIsThatState() {
        Invariant somethingRuns = new Invariant("SomethingRuns", "", (state, variant) -> state.running() > 0);

        Trace trace = explore(CheckedBounds.SMALL, Variant.REFERENCE, List.of(somethingRuns))
                .counterexample(somethingRuns)
                .orElseThrow();

        assertEquals(1, trace.length());
        assertEquals(List.of(), trace.actions());
    }

    /** The same exploration finds the same states in the same order, and so the same traces. */
    @Test
    void explore_whenRepeated_thenSameResult() {
        Exploration first = explore(CheckedBounds.RESIZE, Variant.SEED, Invariants.ALL);
        Exploration second = explore(CheckedBounds.RESIZE, Variant.SEED, Invariants.ALL);

        assertEquals(first.counterexamples(), second.counterexamples());
        assertEquals(first.graph().state(first.distinct() - 1), second.graph().state(second.distinct() - 1));
    }

    /** A step that lacks a property is the last of its counterexample, and the exploration goes on for the others. */
    @Test
    void explore_whenAStepIsWrong_thenShortestBehaviourEndsWithIt() {
        Exploration exploration = Explorer.explore(
                Protocol.of(CheckedBounds.WARM_EXITS.bounds(), Variant.SEED_E),
                List.of(),
                StepProperty.ALL,
                expanded -> {});

        Trace trace = exploration.counterexample(StepProperty.SERVES_REQUESTS).orElseThrow();
        assertEquals(
                Set.of(StepProperty.SERVES_REQUESTS),
                exploration.stepCounterexamples().keySet());
        assertTrue(exploration.complete());
        assertTrue(trace.actions().get(trace.actions().size() - 1) instanceof WorkerAction.CheckInterrupts);
    }

    /** Long explorations tell their progress. */
    @Test
    void explore_whenLong_thenTellsProgress() {
        List<Integer> told = new ArrayList<>();

        Exploration exploration = Explorer.explore(
                Protocol.of(CheckedBounds.THREE_EXITS.bounds(), Variant.REFERENCE), List.of(), List.of(), told::add);

        assertEquals(List.of(Explorer.PROGRESS_INTERVAL, 2 * Explorer.PROGRESS_INTERVAL), told);
        assertTrue(exploration.complete());
    }

    /** A fault in a guard lets the protocol leave its types, and the exploration stops there instead of overflowing. */
    @Test
    void explore_whenTypesAreLeft_thenSeenBeforeTheyOverflow() {
        Protocol startsTooMany = ModelMutant.M54.within(CheckedBounds.SMALL.bounds());

        Trace trace = Explorer.explore(startsTooMany, List.of(Invariants.TYPE_OK))
                .counterexample(Invariants.TYPE_OK)
                .orElseThrow();

        assertEquals(3, trace.last().running());
    }
}
