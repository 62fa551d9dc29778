package dev.latchwork.tla.proof;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The proof that counts the members of sets, which takes the prover long; its table is {@code proof-pool.txt} of the report. */
class ProofIT {
    private static final ProofChecks CHECKS = new ProofChecks("proof-pool.txt");

    @AfterAll
    static void writeTable() throws IOException {
        CHECKS.writeTable();
    }

    /** Kills: the mutant of the next test. */
    @TestFactory
    DynamicNode pool() {
        return CHECKS.prove(ProofCase.POOL);
    }

    /** Kills: a proof that no mistake can break, or that breaks somewhere else. */
    @TestFactory
    DynamicNode poolMutant() {
        return CHECKS.refute(ProofMutants.STILL_STARTING);
    }
}
