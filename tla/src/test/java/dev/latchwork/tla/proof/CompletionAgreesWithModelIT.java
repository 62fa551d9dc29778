package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Outcome;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The formulas of the completion side that are proved are the protocol that is explored: in the states of random walks of the
 * executable model and in made-up states, each action of the model and its formula agree, both ways, for each handle.
 */
class CompletionAgreesWithModelIT {
    private static final long SEED = Long.getLong("latchwork.proof.seed", 20_261_126L);
    private static final int WALKS = 6;
    private static final int STEPS = 120;
    private static final int MADE_UP = 300;

    private static StepAgreement compare(BiFunction<Terms, TransitionSystem, TransitionSystem> change) {
        try (Terms t = new Terms()) {
            CompletionProtocol model = new CompletionProtocol(RandomCompletionStates.BOUNDS);
            RandomCompletionStates states = new RandomCompletionStates(model, new Random(SEED));
            ConcreteSteps formulas = new ConcreteSteps(
                    t, change.apply(t, ProofCase.COMPLETION.system().apply(t)));
            CompletionAgreement compared = new CompletionAgreement(model, formulas, new Random(SEED));
            StepAgreement agreement = compared.agreement();
            for (int i = 0; i < MADE_UP && agreement.disagreements().isEmpty(); i++) {
                compared.compare(states.anything());
            }
            for (int i = 0; i < WALKS && agreement.disagreements().isEmpty(); i++) {
                states.walk(STEPS, compared::compare);
            }
            return agreement;
        }
    }

    /** Kills: the changes of the tests below. */
    @Test
    void compare_whenNothingIsChanged_thenAgree() {
        CheckRun run = CheckRun.start("proof/CompletionAgreesWithModel/reference");
        StepAgreement compared = compare((t, system) -> system);
        assertEquals(List.of(), compared.disagreements());
        run.finish(Outcome.HELD, compared.effort(SEED));
    }

    /** Kills M67. */
    @Test
    void compare_whenFormulaComparesNoGeneration_thenCheckFails() {
        CheckRun run = CheckRun.start("proof/CompletionAgreesWithModel/M67");
        StepAgreement compared = compare(ProofMutants.M67.change());
        run.finish(
                compared.disagreements().isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                compared.effort(SEED),
                null,
                compared.disagreements().stream().findFirst().orElse(null));
    }

    /** Every mistake that the proof has to notice is a disagreement too. */
    @TestFactory
    Stream<DynamicTest> compare_whenFormulaHasAMistake_thenDisagree() {
        return ProofMutants.COMPLETION.stream()
                .map(mutant -> dynamicTest(mutant.id(), () -> assertDisagree(mutant.change())));
    }

    /** A guard that is never true, or always, is noticed; one is always true. */
    @TestFactory
    Stream<DynamicTest> compare_whenGuardIsWrong_thenDisagree() {
        return GuardChanges.of(ProofCase.COMPLETION, List.of("WakeWaiter (of another handle)"))
                .map(change -> dynamicTest(change.name(), () -> assertDisagree(change::apply)));
    }

    private static void assertDisagree(BiFunction<Terms, TransitionSystem, TransitionSystem> change) {
        assertFalse(compare(change).disagreements().isEmpty());
    }
}
