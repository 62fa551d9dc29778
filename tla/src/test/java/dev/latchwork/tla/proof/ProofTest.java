package dev.latchwork.tla.proof;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The proofs by induction of {@code mvn test}; their table is {@code proof.txt} of the report. */
class ProofTest {
    private static final ProofChecks CHECKS = new ProofChecks("proof.txt");

    @AfterAll
    static void writeTable() throws IOException {
        CHECKS.writeTable();
    }

    /** Kills: the mutants below, and any change to an action or a conjunct that does not fit the others. */
    @TestFactory
    Stream<DynamicContainer> everySystem() {
        return ProofCase.WORKER_METHOD.stream().map(CHECKS::prove);
    }

    /** Kills: a proof that no mistake can break, or that breaks somewhere else. */
    @TestFactory
    Stream<DynamicTest> everyMutant() {
        return ProofMutants.WORKER_METHOD.stream().map(CHECKS::refute);
    }

    /** Fan-out 1 keeps every property: the proof does not see M32, and says so. */
    @Test
    void prove_whenFanOutIsOne_thenEverythingIsStillProved() {
        CHECKS.overlook(ProofMutants.M32, "WorkConserving");
    }
}
