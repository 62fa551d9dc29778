package dev.latchwork.model.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers as states, and each action is the number that it leads to. */
class SearchTest {

    /** From 0 two ways to 3, one of two steps and one of three, and on to 4. */
    private static final Map<Integer, List<Integer>> TWO_WAYS =
            Map.of(0, List.of(1, 2), 1, List.of(5), 5, List.of(3), 2, List.of(3), 3, List.of(4), 4, List.of());

    private static final Map<Integer, List<Integer>> ROUND = Map.of(0, List.of(1), 1, List.of(2), 2, List.of(0));

    private record Numbers(Map<Integer, List<Integer>> successors) implements TransitionSystem<Integer, Integer> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<Integer> enabled(Integer state) {
            return successors.get(state);
        }

        @Override
        public Integer step(Integer state, Integer action) {
            return action;
        }
    }

    private static Search<Integer, Integer> search(
            Map<Integer, List<Integer>> successors, List<StepProperty<Integer>> properties) {
        return Search.through(new Numbers(successors), properties);
    }

    private static StepProperty<Integer> never(int from, int to) {
        return new StepProperty<>("Never", "No such step.", (before, after) -> before != from || after != to);
    }

    /** Kills: levels that are counted as steps, and a search that takes a state twice. */
    @Test
    void through_whenNothingToViolate_thenEveryStateOnceAndDepthInStates() {
        Search<Integer, Integer> search = search(TWO_WAYS, List.of());

        assertEquals(List.of(0, 1, 2, 5, 3, 4), search.states());
        assertEquals(6, search.transitions());
        assertEquals(4, search.diameter());
        assertTrue(search.complete());
    }

    /** Kills: a counterexample that is the first found in depth. */
    @Test
    void counterexamples_whenSeveralWaysLead_thenTheShortest() {
        StepProperty<Integer> notFour = new StepProperty<>("NotFour", "Never 4.", (before, after) -> after != 4);

        Behaviour<Integer, Integer> behaviour =
                search(TWO_WAYS, List.of(notFour)).counterexamples().get(notFour);

        assertEquals(List.of(0, 2, 3, 4), behaviour.states());
        assertEquals(List.of(2, 3, 4), behaviour.actions());
        assertEquals(4, behaviour.length());
        assertEquals(4, behaviour.last());
    }

    /** Kills: steps that are judged only when they find a new state. */
    @Test
    void counterexamples_whenTheStepLeadsToAKnownState_thenFound() {
        StepProperty<Integer> noReturn = never(2, 0);

        Search<Integer, Integer> search = search(ROUND, List.of(noReturn));

        assertEquals(List.of(0, 1, 2, 0), search.counterexamples().get(noReturn).states());
    }

    /** Kills: an initial state that nobody judges. */
    @Test
    void counterexamples_whenTheInitialStateViolates_thenOneState() {
        StepProperty<Integer> notZero = new StepProperty<>("NotZero", "Never 0.", (before, after) -> after != 0);

        assertEquals(
                List.of(0),
                search(ROUND, List.of(notZero)).counterexamples().get(notZero).states());
    }

    /** Kills: a cycle that is taken for an end, and the reverse. */
    @Test
    void isAcyclic_whenABehaviourReturns_thenFalse() {
        assertFalse(search(ROUND, List.of()).isAcyclic());
        assertTrue(search(TWO_WAYS, List.of()).isAcyclic());
    }

    /** Kills: a waiter that is stuck beside an action that need not happen. */
    @Test
    void stuck_whenOnlyUnfairActionsAreLeft_thenTheShortestWayThere() {
        Search<Integer, Integer> search = search(TWO_WAYS, List.of());

        Optional<Behaviour<Integer, Integer>> stuck = search.stuck(state -> state >= 3, (action, state) -> action != 4);

        assertEquals(Optional.of(List.of(0, 2, 3)), stuck.map(Behaviour::states));
        assertEquals(Optional.empty(), search.stuck(state -> state == 3, (action, state) -> true));
    }
}
