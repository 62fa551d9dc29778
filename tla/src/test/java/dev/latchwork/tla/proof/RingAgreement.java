package dev.latchwork.tla.proof;

import static dev.latchwork.tla.proof.ring.RingVariables.*;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Holds the formulas of the ring against the executable model of the queue, state by state and both ways. */
final class RingAgreement {
    private static final List<String> IN_HAND_STEPS = List.of("Reopen", "ReopenFail");
    private static final List<String> COMPLETIONS = List.of("Perform", "CompleteFailed");

    private final StepAgreement agreement;

    RingAgreement(ConcreteSteps formulas, Random random) {
        agreement = new StepAgreement(formulas, ALL, Map.of(), random);
    }

    /** What was found. */
    StepAgreement agreement() {
        return agreement;
    }

    /** Compares all actions in one state. */
    void compare(RingWorld world) {
        Map<Variable, Long> before = world.variables();
        comparePreparation(world, before, RingWorld.OBSERVED);
        comparePreparation(world, before, world.another());
        compareInsertion(world, before, RingWorld.OBSERVED);
        if (world.anotherInBatch() >= 0) {
            compareInsertion(world, before, world.anotherInBatch());
        }
        compareFull(world, before);
        if (world.isLeftOver(RingWorld.OBSERVED)) {
            step(world, "PerformSynchronously", Map.of(), world.copy().performSynchronously(RingWorld.OBSERVED));
        } else {
            agreement.compareGuard(world, "PerformSynchronously", before, Map.of(), false);
        }
        RingWorld.BUSY.forEach(worker -> compareWorker(world, before, worker));
    }

    private void comparePreparation(RingWorld world, Map<Variable, Long> before, int io) {
        if (world.isSubmitted(io)) {
            agreement.compareGuard(world, "Submit (prepare)", before, isI(io), false);
        } else {
            step(world, "Submit (prepare)", isI(io), world.copy().prepare(io));
        }
    }

    private void compareInsertion(RingWorld world, Map<Variable, Long> before, int io) {
        if (!world.isInBatch(io)) {
            agreement.compareGuard(world, "Submit (insert)", before, isI(io), false);
            agreement.compareGuard(world, "Submit (leave over)", before, isI(io), false);
            return;
        }
        String word = world.isFull() ? "Submit (leave over)" : "Submit (insert)";
        step(world, word, isI(io), world.copy().insertOrLeaveOver(io));
    }

    /** Whatever is in a batch: nothing is inserted into a full queue, and nothing left over by one that has room. */
    private void compareFull(RingWorld world, Map<Variable, Long> before) {
        String never = world.isFull() ? "Submit (insert)" : "Submit (leave over)";
        agreement.compareGuard(world, never, before, Map.of(), false);
    }

    private void compareWorker(RingWorld world, Map<Variable, Long> before, int worker) {
        Map<Variable, Long> given = Map.of(WORKER, 1L << worker);
        if (world.hand(worker) < 0 && !world.isEmpty()) {
            step(world, "Consume", given, world.copy().consume(worker));
        } else if (world.isEmpty() || world.hand(worker) == RingWorld.OBSERVED) {
            agreement.compareGuard(world, "Consume", before, given, false);
        }
        if (world.hand(worker) == RingWorld.OBSERVED) {
            IN_HAND_STEPS.forEach(word -> step(world, word, given, world));
            COMPLETIONS.forEach(word -> step(world, word, given, world.copy().complete(worker)));
        } else {
            IN_HAND_STEPS.forEach(word -> agreement.compareGuard(world, word, before, given, false));
            COMPLETIONS.forEach(word -> agreement.compareGuard(world, word, before, given, false));
        }
    }

    private void step(RingWorld world, String word, Map<Variable, Long> given, RingWorld after) {
        agreement.compareStep(world, word, world.variables(), given, after.variables());
    }

    private static Map<Variable, Long> isI(int io) {
        return Map.of(IS_I, io == RingWorld.OBSERVED ? 1L : 0L);
    }
}
