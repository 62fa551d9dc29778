package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.mutants.ModelMutant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FairCyclesTest {

    private static Map<LivenessProperty, Lasso> find(Protocol protocol) {
        return FairCycles.find(Explorer.explore(protocol, List.of()), LivenessProperty.ALL);
    }

    private static Protocol reference(CheckedBounds bounds) {
        return Protocol.of(bounds.bounds(), Variant.REFERENCE);
    }

    /** Everything is owed but what nobody owes: submissions, reloads, interrupts and failures. */
    @Test
    void fairness_whenAllActionsAreAsked_thenOnlyTheEnvironmentIsFree() {
        Protocol protocol = reference(CheckedBounds.POOL);
        Fairness fairness = new Fairness(protocol.actions());

        Set<String> free = protocol.actions().stream()
                .filter(action -> fairness.dutyOf(action) < 0)
                .map(Action::name)
                .collect(Collectors.toSet());

        assertEquals(Set.of("Submit", "Reload", "Interrupt", "ReopenFail"), free);
    }

    /** Actions share a duty when it is the same agent's next step; the same step of two agents is two duties. */
    @Test
    void fairness_whenActionsAreOneStep_thenOneDuty() {
        Fairness fairness = new Fairness(reference(CheckedBounds.POOL).actions());

        assertEquals(fairness.dutyOf(new WorkerAction.Consume(0)), fairness.dutyOf(new WorkerAction.MarkIdle(0)));
        assertFalse(fairness.dutyOf(new WorkerAction.Consume(0)) == fairness.dutyOf(new WorkerAction.Consume(1)));
        assertFalse(fairness.dutyOf(new WorkerAction.Perform(0)) == fairness.dutyOf(new WorkerAction.Perform(1)));
        assertEquals(fairness.dutyOf(new WorkerAction.Register(0)), fairness.dutyOf(new WorkerAction.Register(1)));
        assertEquals(
                fairness.dutyOf(new PoolAction.RequestShutdown(0)), fairness.dutyOf(new PoolAction.RequestShutdown(1)));
    }

    /** I/Os that nobody submits are no violation, though the behaviour ends with them unsubmitted. */
    @Test
    void find_whenReference_thenNothing() {
        assertEquals(Map.of(), find(reference(CheckedBounds.EXITS)));
        assertEquals(Map.of(), find(reference(CheckedBounds.RESIZE)));
    }

    /**
     * Fault B, as a behaviour that stops: the stem can be replayed, and in its last state nothing that must happen can,
     * while an I/O is queued beside a worker that waits.
     */
    @Test
    void find_whenFaultB_thenStopsBesideAQueuedIo() {
        Protocol seedB = Protocol.of(CheckedBounds.WARM_RESIZE.bounds(), Variant.SEED_B);

        Lasso lasso = find(seedB).get(LivenessProperty.COMPLETES);

        assertEquals(List.of(), lasso.cycle());
        ProtocolState end = assertBehaviour(seedB, lasso);
        Fairness fairness = new Fairness(seedB.actions());
        assertTrue(seedB.enabled(end).stream().allMatch(action -> fairness.dutyOf(action) < 0));
        assertEquals(1, end.depth());
        assertEquals(WorkerPoint.AWAIT, end.point(1));
        assertEquals(
                List.of(LivenessProperty.COMPLETES), List.copyOf(find(seedB).keySet()));
    }

    /**
     * A behaviour that goes round for ever: the worker never resets its latch and does not see the queue. Both workers
     * have to go round, since the other one's duties are fulfilled only by its own steps.
     */
    @Test
    void find_whenWorkersSpin_thenCycleIsABehaviourAndFair() {
        Protocol spinning = ModelMutant.SPINS.within(CheckedBounds.SMALL.bounds());

        Lasso lasso = find(spinning).get(LivenessProperty.COMPLETES);

        assertFalse(lasso.cycle().isEmpty());
        assertEquals(lasso.stem().last(), assertBehaviour(spinning, lasso));
        Fairness fairness = new Fairness(spinning.actions());
        for (Action action : spinning.actions()) {
            int duty = fairness.dutyOf(action);
            boolean alwaysPossible = lasso.cycle().stream()
                    .allMatch(step ->
                            spinning.enabled(step.state()).stream().anyMatch(other -> fairness.dutyOf(other) == duty));
            boolean done = lasso.cycle().stream().anyMatch(step -> fairness.dutyOf(step.action()) == duty);
            assertTrue(duty < 0 || done || !alwaysPossible, () -> action.text() + " is neglected for ever");
        }
        assertTrue(lasso.cycle().stream()
                .anyMatch(step -> LivenessProperty.COMPLETES.unfinished().test(step.state())));
    }

    /**
     * A duty that can be fulfilled in every state of a cycle, and is fulfilled there, is not neglected: going to and fro by
     * that one action is fair. No cycle of the protocol is of this kind, hence a toy.
     */
    @Test
    void find_whenTheOnlyActionIsTakenForEver_thenFair() {
        Protocol toAndFro = new ToAndFro(false);

        Lasso lasso = find(toAndFro).get(LivenessProperty.COMPLETES);

        assertEquals(2, lasso.cycle().size());
        assertEquals(lasso.stem().last(), assertBehaviour(toAndFro, lasso));
    }

    /** The same cycle is not fair when another duty can be fulfilled in each of its states and never is. */
    @Test
    void find_whenAnotherActionIsNeglectedForEver_thenNotFair() {
        assertFalse(find(new ToAndFro(true)).containsKey(LivenessProperty.COMPLETES));
    }

    /**
     * One I/O is submitted, and StartWorker goes to and fro between two states for ever.
     *
     * @param hasWayOut whether ExitWorker, which completes the I/O and ends everything, is always possible too
     */
    private record ToAndFro(boolean hasWayOut) implements Protocol {
        private static final Action TO_AND_FRO = new PoolAction.StartWorker();
        private static final Action WAY_OUT = new LeaverAction.ExitWorker();

        @Override
        public Bounds bounds() {
            return CheckedBounds.SMALL.bounds();
        }

        @Override
        public Variant variant() {
            return Variant.REFERENCE;
        }

        @Override
        public ProtocolState initial() {
            return reference(CheckedBounds.SMALL).initial().with(first -> first.io(1, IoStatus.SUBMITTED));
        }

        @Override
        public List<Action> actions() {
            return hasWayOut ? List.of(TO_AND_FRO, WAY_OUT) : List.of(TO_AND_FRO);
        }

        @Override
        public List<Action> enabled(ProtocolState state) {
            return state.io(1) == IoStatus.SUBMITTED ? actions() : List.of();
        }

        @Override
        public ProtocolState step(ProtocolState state, Action action) {
            return action.equals(WAY_OUT)
                    ? state.with(next -> next.io(1, IoStatus.OK))
                    : state.with(next -> next.starting(1 - state.starting()));
        }
    }

    /** An exploration that ended early knows too few states. */
    @Test
    void find_whenExplorationIsNotComplete_thenRefused() {
        Exploration early = Explorer.explore(
                Protocol.of(CheckedBounds.WARM_RESIZE.bounds(), Variant.SEED_A),
                List.of(Invariants.IDLE_ONLY_REGISTERED));

        assertThrows(IllegalArgumentException.class, () -> FairCycles.find(early, LivenessProperty.ALL));
    }

    /** Replays a lasso step by step; returns where it ends. */
    private static ProtocolState assertBehaviour(Protocol protocol, Lasso lasso) {
        ProtocolState state = protocol.initial();
        for (Step step : lasso.stem().steps()) {
            state = protocol.step(state, step.action());
            assertEquals(state, step.state());
        }
        for (Step step : lasso.cycle()) {
            assertTrue(protocol.enabled(state).contains(step.action()));
            state = protocol.step(state, step.action());
            assertEquals(state, step.state());
        }
        return state;
    }
}
