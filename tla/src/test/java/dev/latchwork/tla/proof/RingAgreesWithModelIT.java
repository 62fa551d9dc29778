package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
 * The formulas of the ring that are proved are the queue of the executable model, at 64 slots: in the states of random walks
 * that fill it, empty it and go around it, what the model does and what the formula allows agree, both ways.
 */
class RingAgreesWithModelIT {
    private static final long SEED = Long.getLong("latchwork.proof.seed", 20_261_126L);
    private static final int WALKS = 2;
    private static final int STEPS = 330;

    private static StepAgreement compare(BiFunction<Terms, TransitionSystem, TransitionSystem> change) {
        try (Terms t = new Terms()) {
            RandomRingStates states = new RandomRingStates(new Random(SEED));
            ConcreteSteps formulas =
                    new ConcreteSteps(t, change.apply(t, ProofCase.RING.system().apply(t)));
            RingAgreement compared = new RingAgreement(formulas, new Random(SEED));
            StepAgreement agreement = compared.agreement();
            for (int i = 0; i < WALKS; i++) {
                states.walk(STEPS, world -> {
                    if (agreement.disagreements().isEmpty()) {
                        compared.compare(world);
                    }
                });
            }
            return agreement;
        }
    }

    /** Kills: the changes of the tests below. */
    @Test
    void compare_whenNothingIsChanged_thenAgree() {
        CheckRun run = CheckRun.start("proof/RingAgreesWithModel/reference");
        StepAgreement compared = compare((t, system) -> system);
        assertEquals(List.of(), compared.disagreements());
        run.finish(Outcome.HELD, compared.effort(SEED));
    }

    /** Every mistake that the proof has to notice is a disagreement too. Kills M03, M06, M70 to M74, M86 and seed-C. */
    @TestFactory
    Stream<DynamicTest> compare_whenFormulaHasAMistake_thenDisagree() {
        return ProofMutants.RING.stream()
                .map(mutant -> dynamicTest(mutant.id(), () -> {
                    StepAgreement compared = compare(mutant.change());
                    if (mutant.id().equals("M72")) {
                        CheckRun.start("proof/RingAgreesWithModel/M72")
                                .finish(
                                        compared.disagreements().isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                                        compared.effort(SEED),
                                        null,
                                        compared.disagreements().stream()
                                                .findFirst()
                                                .orElse(null));
                    }
                    assertFalse(compared.disagreements().isEmpty());
                }));
    }

    /** A guard that is never true, or always, is noticed. */
    @TestFactory
    Stream<DynamicTest> compare_whenGuardIsWrong_thenDisagree() {
        return GuardChanges.of(ProofCase.RING, List.of())
                .map(change -> dynamicTest(
                        change.name(),
                        () -> assertFalse(compare(change::apply).disagreements().isEmpty())));
    }
}
