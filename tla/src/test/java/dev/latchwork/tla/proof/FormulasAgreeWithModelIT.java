package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.model.Protocol;
import dev.latchwork.model.Variant;
import dev.latchwork.tla.proof.worker.ExitVariant;
import dev.latchwork.tla.proof.worker.WakeupFormula;
import dev.latchwork.tla.proof.worker.WorkerLimits;
import dev.latchwork.tla.proof.worker.WorkerMethodSystem;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The formulas that are proved are the protocol that is explored: in the states of random walks of the executable model and in
 * made-up states, each action of the model and its formula agree, both ways.
 */
class FormulasAgreeWithModelIT {
    private static final long SEED = Long.getLong("latchwork.proof.seed", 20_261_124L);
    private static final int WALKS = 4;
    private static final int STEPS = 40;
    private static final int MADE_UP = 60;

    private record Compared(long comparisons, List<String> disagreements) {}

    private static Compared compare(Variant variant, BiFunction<Terms, TransitionSystem, TransitionSystem> change) {
        try (Terms t = new Terms()) {
            Protocol model = Protocol.of(RandomStates.BOUNDS, variant);
            WorkerLimits limits = new WorkerLimits(RandomStates.BOUNDS.capacity(), RandomStates.BOUNDS.maxBatch());
            TransitionSystem system = change.apply(
                    t, WorkerMethodSystem.of(t, WakeupFormula.FAN_OUT_POLICY, ExitVariant.ONE_IDLE_PEER, limits));
            RandomStates states = new RandomStates(model, new Random(SEED));
            ModelAgreement agreement = new ModelAgreement(model, new ConcreteSteps(t, system), new Random(SEED));
            for (int i = 0; i < MADE_UP && agreement.disagreements().isEmpty(); i++) {
                agreement.compare(states.anything());
            }
            for (int i = 0; i < WALKS && agreement.disagreements().isEmpty(); i++) {
                states.walk(STEPS, agreement::compare);
            }
            return new Compared(agreement.comparisons(), agreement.disagreements());
        }
    }

    /** Kills: the changes of the tests below. */
    @Test
    void compare_whenNothingIsChanged_thenAgree() {
        CheckRun run = CheckRun.start("proof/FormulasAgreeWithModel/reference");
        Compared compared = compare(Variant.REFERENCE, (t, system) -> system);
        assertEquals(List.of(), compared.disagreements());
        run.finish(
                Outcome.HELD, Effort.of("comparisons", compared.comparisons()).and("seed", SEED));
    }

    /** The mutated formula is what the model's own fault does. */
    @TestFactory
    Stream<DynamicTest> compare_whenBothHaveTheSameFault_thenAgree() {
        return Stream.of(
                dynamicTest("seed-A", () -> assertAgree(Variant.SEED_A, ProofMutants.SEED_A)),
                dynamicTest("seed-B", () -> assertAgree(Variant.SEED_B, ProofMutants.SEED_B)));
    }

    private static void assertAgree(Variant variant, ProofMutant mutant) {
        assertEquals(List.of(), compare(variant, mutant.change()).disagreements());
    }

    /** Fan-out 1, which no property sees, is not the model's fan-out. Kills M32. */
    @Test
    void compare_whenFormulaWakesOnePeer_thenDisagree() {
        CheckRun run = CheckRun.start("proof/FormulasAgreeWithModel/M32");
        Compared compared = compare(Variant.REFERENCE, ProofMutants.M32.change());
        run.finish(
                compared.disagreements().isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("comparisons", compared.comparisons()).and("seed", SEED),
                null,
                compared.disagreements().stream().findFirst().orElse(null));
    }

    /** Every mistake that the proofs have to notice is a disagreement too. */
    @TestFactory
    Stream<DynamicTest> compare_whenFormulaHasAMistake_thenDisagree() {
        return ProofMutants.WORKER_METHOD.stream()
                .filter(mutant -> mutant.right().equals(ProofCase.REFERENCE))
                .map(mutant -> dynamicTest(
                        mutant.id(),
                        () -> assertFalse(compare(Variant.REFERENCE, mutant.change())
                                .disagreements()
                                .isEmpty())));
    }

    /** A guard that is never true, or always, is noticed. PerformSynchronously's is always true: its submitter is not told. */
    @TestFactory
    Stream<DynamicTest> compare_whenGuardIsWrong_thenDisagree() {
        List<String> words;
        try (Terms t = new Terms()) {
            words = ProofCase.REFERENCE.system().apply(t).actions().stream()
                    .map(SymbolicAction::name)
                    .toList();
        }
        Stream<DynamicTest> never =
                words.stream().map(word -> dynamicTest(word + " never", () -> assertGuardMatters(word, false)));
        Stream<DynamicTest> always = words.stream()
                .filter(word -> !List.of("Submit", "PerformSynchronously").contains(word))
                .map(word -> dynamicTest(word + " always", () -> assertGuardMatters(word, true)));
        return Stream.concat(never, always);
    }

    private static void assertGuardMatters(String word, boolean value) {
        Compared compared = compare(
                Variant.REFERENCE,
                (t, system) -> system.changing(
                        word, right -> right.withGuard((before, given) -> value ? t.always() : t.not(t.always()))));
        assertFalse(compared.disagreements().isEmpty());
    }
}
