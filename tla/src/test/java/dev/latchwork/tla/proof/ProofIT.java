package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proofs by induction that {@code mvn verify} adds; their table is {@code proof-verify.txt} of the report. */
class ProofIT {
    private static final ProofChecks CHECKS = new ProofChecks("proof-verify.txt");

    @AfterAll
    static void writeTable() throws IOException {
        CHECKS.writeTable();
    }

    /** Kills: the mutants of the next test. */
    @TestFactory
    Stream<DynamicContainer> everySystem() {
        return Stream.of(ProofCase.COMPLETION, ProofCase.POOL, ProofCase.RING).map(CHECKS::prove);
    }

    /** Kills: a guard or an invariant that contradicts the other, so that every step keeps what is never true. */
    @TestFactory
    Stream<DynamicTest> everyAction_whenInvariantHolds_thenCanHappen() {
        return Stream.of(ProofCase.COMPLETION, ProofCase.RING).flatMap(ProofIT::actionsHappen);
    }

    private static Stream<DynamicTest> actionsHappen(ProofCase proved) {
        try (Terms t = new Terms()) {
            TransitionSystem system = proved.system().apply(t);
            InductiveProof proof = new InductiveProof(t, system, new Prover(t));
            return system.actions().stream()
                    .map(action -> isPossible(system.name() + ": " + action.name(), proof.refuteStep(action)))
                    .toList()
                    .stream();
        }
    }

    private static DynamicTest isPossible(String what, Outcome refuted) {
        return dynamicTest(what, () -> assertEquals(Outcome.VIOLATED, refuted));
    }

    /** Kills: a proof that no mistake can break, or that breaks somewhere else. */
    @TestFactory
    Stream<DynamicTest> everyMutant() {
        return Stream.of(ProofMutants.COMPLETION, ProofMutants.RING, List.of(ProofMutants.STILL_STARTING))
                .flatMap(List::stream)
                .map(CHECKS::refute);
    }
}
