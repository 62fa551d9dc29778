package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.tla.proof.worker.WorkerVariables;
import dev.latchwork.verification.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a proof does not tell about itself: that its invariant has states, that its actions happen, that its prover thinks. */
class ProofIsNotVacuousTest {
    private static final List<ProofCase> CASES = Stream.concat(
                    ProofCase.WORKER_METHOD.stream(), Stream.of(ProofCase.POOL))
            .toList();

    private static Stream<DynamicTest> inEach(List<ProofCase> cases, Function<Asked, Stream<DynamicTest>> tests) {
        return cases.stream().flatMap(proved -> {
            try (Terms t = new Terms()) {
                TransitionSystem system = proved.system().apply(t);
                Asked asked = new Asked(proved, t, system, new InductiveProof(t, system, new Prover(t)));
                return tests.apply(asked).toList().stream();
            }
        });
    }

    /** A system and its proof, while its terms are usable. */
    private record Asked(ProofCase proved, Terms t, TransitionSystem system, InductiveProof proof) {
        DynamicTest isPossible(String what, Outcome refuted) {
            String name = proved.subject() + " " + system.name() + ": " + what;
            return dynamicTest(name, () -> assertEquals(Outcome.VIOLATED, refuted));
        }
    }

    /** Kills: a guard or an invariant that contradicts the other, so that every step keeps what is never true. */
    @TestFactory
    Stream<DynamicTest> everyAction_whenInvariantHolds_thenCanHappen() {
        return inEach(
                CASES,
                asked -> asked.system().actions().stream()
                        .map(action ->
                                asked.isPossible(action.name(), asked.proof().refuteStep(action))));
    }

    /** Kills: a conjunct that says nothing which the others do not say. */
    @TestFactory
    Stream<DynamicTest> everyConjunct_whenOthersHold_thenCanFail() {
        return inEach(
                CASES,
                asked -> asked.system().invariant().stream()
                        .map(conjunct ->
                                asked.isPossible(conjunct.name(), asked.proof().refuteNeed(conjunct))));
    }

    /** Kills: an invariant that only dull states have: here workers are at all points and all kinds of debts are open. */
    @TestFactory
    Stream<DynamicTest> invariant_whenEverybodyIsBusy_thenCanHold() {
        return inEach(ProofCase.WORKER_METHOD, asked -> {
            Terms t = asked.t();
            StateFormula busy = new StateFormula(
                    "busy",
                    state -> t.allOf(Stream.of(
                                    WorkerVariables.POINTS,
                                    WorkerVariables.OWED,
                                    List.of(
                                            WorkerVariables.DEPTH,
                                            WorkerVariables.IDLE,
                                            WorkerVariables.UNDER_WAY,
                                            WorkerVariables.EXIT_REQUESTED))
                            .flatMap(List::stream)
                            .map(variable -> t.not(t.isEmpty(state.get(variable))))
                            .toList()));
            return Stream.of(asked.isPossible("busy", asked.proof().refute(busy)));
        });
    }

    /** Kills: a NoLostWakeup that holds because its case never comes: I/Os are queued and every registered worker waits. */
    @TestFactory
    Stream<DynamicTest> noLostWakeup_whenItsCaseComes_thenSaysSomething() {
        return inEach(ProofCase.WORKER_METHOD, asked -> {
            Terms t = asked.t();
            StateFormula allWait = new StateFormula(
                    "all wait",
                    state -> t.and(
                            t.not(t.isEmpty(state.get(WorkerVariables.DEPTH))),
                            t.not(t.isEmpty(state.get(WorkerVariables.IN_USE))),
                            t.areEqual(state.get(WorkerVariables.IN_USE), state.get(WorkerVariables.AT_AWAIT))));
            return Stream.of(asked.isPossible("all wait", asked.proof().refute(allWait)));
        });
    }

    /** An obligation that the prover gives up is unknown, and with it every property. Kills: giving up taken for held. */
    @Test
    void prove_whenTimeIsUp_thenUnknown() {
        try (Terms t = new Terms()) {
            TransitionSystem system = ProofCase.POOL.system().apply(t);
            Prover hasty = new Prover(t, Duration.ofMillis(1));
            List<Outcome> outcomes = new ArrayList<>();
            List<Result> results = new InductiveProof(t, system, hasty).prove();
            results.forEach(result -> outcomes.add(result.outcome()));

            assertEquals(true, outcomes.contains(Outcome.UNKNOWN), outcomes.toString());
            assertEquals(Outcome.UNKNOWN, ProofChecks.outcome(results, "SlotForEveryWorker"));
        }
    }
}
