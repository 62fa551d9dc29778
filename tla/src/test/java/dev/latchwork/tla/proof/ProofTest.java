package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /**
     * Each property that is proved is one that some mistake breaks, in the tests here and of {@link ProofIT}. Kills: a property
     * that is proved because it says nothing.
     */
    @Test
    void everyProperty_whenProved_thenSomeMutantBreaksIt() {
        Map<String, Set<String>> proved = new TreeMap<>();
        Map<String, Set<String>> broken = new TreeMap<>();
        ProofCase.all().forEach(each -> {
            proved.computeIfAbsent(ProofChecks.name(each), name -> new TreeSet<>())
                    .addAll(ProofChecks.properties(each));
            broken.computeIfAbsent(ProofChecks.name(each), name -> new TreeSet<>());
        });
        ProofMutants.all()
                .forEach(mutant ->
                        mutant.broken().values().forEach(broken.get(ProofChecks.name(mutant.right()))::addAll));
        proved.forEach((name, properties) -> properties.removeAll(broken.get(name)));

        assertEquals(
                Set.of(), proved.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), proved::toString);
    }

    /** Fan-out 1 keeps every property: the proof does not see M32, and says so. */
    @Test
    void prove_whenFanOutIsOne_thenEverythingIsStillProved() {
        CHECKS.overlook(ProofMutants.M32, "WorkConserving");
    }

    /** The trace of a step that breaks a proof: the invariant before it, the action, and what is broken after it. Kills M165. */
    @Test
    void traces_whenReadBack_thenTheFormulasSayTheSame() {
        CHECKS.judgeTraces(List.of(ProofMutants.SEED_A, ProofMutants.SEED_B, ProofMutants.M44));
    }
}
