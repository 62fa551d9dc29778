package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.model.HandOver;
import dev.latchwork.model.IdlePolicy;
import dev.latchwork.model.IdleUpdate;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Variant;
import dev.latchwork.tla.proof.worker.ExitVariant;
import dev.latchwork.tla.proof.worker.WakeupFormula;
import dev.latchwork.tla.proof.worker.WorkerLimits;
import dev.latchwork.tla.proof.worker.WorkerMethodSystem;
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
 * The formulas of the worker method that are proved are the protocol that is explored: in the states of random walks of the
 * executable model and in made-up states, each action of the model and its formula agree, both ways, for both wakeup policies
 * and both exits.
 */
class FormulasAgreeWithModelIT {
    private static final long SEED = Long.getLong("latchwork.proof.seed", 20_261_124L);
    private static final int WALKS = 4;
    private static final int STEPS = 40;
    private static final int MADE_UP = 60;

    /** A variant of the model, and the formulas for it. */
    private record Bound(ProofCase proved, Variant variant, WakeupFormula wakeup, ExitVariant exit) {
        TransitionSystem system(Terms t) {
            WorkerLimits limits = new WorkerLimits(RandomStates.BOUNDS.capacity(), RandomStates.BOUNDS.maxBatch());
            return WorkerMethodSystem.of(t, wakeup, exit, limits);
        }

        /** The same formulas for another variant of the model. */
        Bound with(Variant another) {
            return new Bound(proved, another, wakeup, exit);
        }
    }

    private static final Bound REFERENCE =
            new Bound(ProofCase.REFERENCE, Variant.REFERENCE, WakeupFormula.FAN_OUT_POLICY, ExitVariant.ONE_IDLE_PEER);
    private static final Bound EXACT =
            new Bound(ProofCase.EXACT, Variant.EXACT, WakeupFormula.EXACT_POLICY, ExitVariant.ONE_IDLE_PEER);
    private static final Bound HAND_OVER_ALL = new Bound(
            ProofCase.HAND_OVER_ALL,
            Variant.REFERENCE.handOverOnExit(HandOver.ALL_PEERS),
            WakeupFormula.FAN_OUT_POLICY,
            ExitVariant.ALL_PEERS);
    private static final Bound EXACT_HAND_OVER_ALL = new Bound(
            ProofCase.EXACT_HAND_OVER_ALL,
            Variant.EXACT.handOverOnExit(HandOver.ALL_PEERS),
            WakeupFormula.EXACT_POLICY,
            ExitVariant.ALL_PEERS);

    private static StepAgreement compare(Bound bound, BiFunction<Terms, TransitionSystem, TransitionSystem> change) {
        try (Terms t = new Terms()) {
            Protocol model = Protocol.of(RandomStates.BOUNDS, bound.variant());
            RandomStates states = new RandomStates(model, new Random(SEED));
            ConcreteSteps formulas = new ConcreteSteps(t, change.apply(t, bound.system(t)));
            WorkerAgreement compared = new WorkerAgreement(model, formulas, new Random(SEED));
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

    private static StepAgreement compare(Bound bound) {
        return compare(bound, (t, system) -> system);
    }

    /** Kills: the changes of the tests below. */
    @TestFactory
    Stream<DynamicTest> compare_whenNothingIsChanged_thenAgree() {
        return Stream.of(REFERENCE, EXACT, HAND_OVER_ALL, EXACT_HAND_OVER_ALL)
                .map(bound -> dynamicTest(bound.proved().subject(), () -> assertAgree(bound)));
    }

    private static void assertAgree(Bound bound) {
        CheckRun run =
                CheckRun.start("proof/FormulasAgreeWithModel/" + bound.proved().subject());
        StepAgreement compared = compare(bound);
        assertEquals(List.of(), compared.disagreements());
        run.finish(Outcome.HELD, compared.effort(SEED));
    }

    /** The mutated formula is what the model's own fault does. */
    @TestFactory
    Stream<DynamicTest> compare_whenBothHaveTheSameFault_thenAgree() {
        IdlePolicy idle = Variant.REFERENCE.idle();
        return Stream.of(
                bothFaulty(ProofMutants.SEED_A, Variant.SEED_A),
                bothFaulty(ProofMutants.SEED_B, Variant.SEED_B),
                bothFaulty(ProofMutants.M05, Variant.REFERENCE.fanOut(0)),
                bothFaulty(ProofMutants.M32, Variant.REFERENCE.fanOut(1)),
                bothFaulty(
                        ProofMutants.M44,
                        Variant.REFERENCE.with(new IdlePolicy(
                                idle.onRegister(), IdleUpdate.KEEP, idle.onConsume(), idle.onChoice()))));
    }

    private static DynamicTest bothFaulty(ProofMutant mutant, Variant faulty) {
        return dynamicTest(
                mutant.id(),
                () -> assertEquals(
                        List.of(),
                        compare(REFERENCE.with(faulty), mutant.change()).disagreements()));
    }

    /** Kills M32, which no property sees; M82 where wakeups are counted; seed-B where all peers are woken. */
    @TestFactory
    Stream<DynamicTest> compare_whenFormulaHasAMistake_thenCheckFails() {
        return Stream.of(
                dynamicTest("M32", () -> assertSeen(ProofMutants.M32, REFERENCE)),
                dynamicTest("M82", () -> assertSeen(ProofMutants.M82, EXACT)),
                dynamicTest("seed-B", () -> assertSeen(ProofMutants.SEED_B, HAND_OVER_ALL)));
    }

    private static void assertSeen(ProofMutant mutant, Bound bound) {
        CheckRun run = CheckRun.start("proof/FormulasAgreeWithModel/" + mutant.id());
        StepAgreement compared = compare(bound, mutant.change());
        run.finish(
                compared.disagreements().isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                compared.effort(SEED),
                null,
                compared.disagreements().stream().findFirst().orElse(null));
    }

    /** Every mistake that the proofs have to notice is a disagreement too. */
    @TestFactory
    Stream<DynamicTest> compare_whenFormulaHasAMistake_thenDisagree() {
        return Stream.of(REFERENCE, EXACT)
                .flatMap(bound -> ProofMutants.WORKER_METHOD.stream()
                        .filter(mutant -> mutant.right().equals(bound.proved()))
                        .map(mutant ->
                                dynamicTest(mutant.id(), () -> assertDisagree(compare(bound, mutant.change())))));
    }

    /** The formulas of one policy are not those of another. */
    @Test
    void compare_whenFormulasAreAnotherVariants_thenDisagree() {
        assertDisagree(compare(REFERENCE.with(EXACT.variant())));
        assertDisagree(compare(REFERENCE.with(HAND_OVER_ALL.variant())));
        assertDisagree(compare(HAND_OVER_ALL.with(REFERENCE.variant())));
        assertDisagree(compare(EXACT_HAND_OVER_ALL.with(EXACT.variant())));
    }

    private static void assertDisagree(StepAgreement compared) {
        assertFalse(compared.disagreements().isEmpty());
    }

    /** A guard that is never true, or always, is noticed. PerformSynchronously's is always true: its submitter is not told. */
    @TestFactory
    Stream<DynamicTest> compare_whenGuardIsWrong_thenDisagree() {
        List<String> alwaysTrue = List.of("Submit", "PerformSynchronously");
        return GuardChanges.of(ProofCase.REFERENCE, alwaysTrue)
                .map(change -> dynamicTest(change.name(), () -> assertDisagree(compare(REFERENCE, change::apply))));
    }
}
