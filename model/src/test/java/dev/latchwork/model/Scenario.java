package dev.latchwork.model;

import dev.latchwork.model.mutants.ModelMutant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A protocol, and what is to come out when all properties are checked on it.
 *
 * @param bounds where it is explored
 * @param protocol the subject
 * @param invariants what is looked at; all of them, unless the fault leads out of what a state can hold
 * @param violations for each property that is to fail the length of its shortest counterexample in states (of a liveness
 *     property: up to where nothing more, or the same for ever, happens); all others are to hold
 * @param recordsHeld whether the properties that hold are verdicts of their own, or only asserted
 */
record Scenario(
        CheckedBounds bounds,
        Protocol protocol,
        List<Invariant> invariants,
        Map<String, Integer> violations,
        boolean recordsHeld) {

    /** Properties that say something only where sessions close. */
    private static final Set<String> OF_THE_CLOSE = Set.of(
            Invariants.CLOSES_EMPTY.name(),
            StepProperty.NOTHING_STARTS_AFTER_CLOSE.name(),
            LivenessProperty.CLOSE_TERMINATES.name());

    /** All scenarios: the reference has every property, and each fault is noticed. */
    static Stream<Scenario> all() {
        return Stream.of(
                reference(CheckedBounds.SMALL),
                reference(CheckedBounds.RING_FULL),
                reference(CheckedBounds.EXITS),
                reference(CheckedBounds.RESIZE),
                reference(CheckedBounds.POOL),
                reference(CheckedBounds.THREE),
                reference(CheckedBounds.THREE_EXITS),
                reference(CheckedBounds.CLOSE),
                reference(CheckedBounds.CLOSE_EXITS),
                reference(CheckedBounds.GROWS),
                reference(CheckedBounds.WARM_THREE),
                held(CheckedBounds.WARM_EXITS, Variant.EXACT),
                held(
                        CheckedBounds.WARM_EXITS,
                        Variant.REFERENCE.named("hand-over-all").handOverOnExit(HandOver.ALL_PEERS)),
                held(CheckedBounds.WARM_THREE, Variant.EXACT),
                mutantUntil(CheckedBounds.WARM_THREE, ModelMutant.M58, Invariants.WORK_CONSERVING, 23),
                mutantUntil(CheckedBounds.WARM_THREE, ModelMutant.M59, Invariants.WORK_CONSERVING, 12),
                mutantUntil(CheckedBounds.WARM_THREE, ModelMutant.M82, Invariants.WORK_CONSERVING, 13),
                variant(
                        CheckedBounds.WARM_RESIZE,
                        Variant.POSTGRES_18,
                        Map.of("NoLostWakeup", 8, "WorkConserving", 6, "Completes", 10)),
                // Loses nothing and completes everything, but lets a worker sleep beside a queued I/O, as it means to.
                variantThatHoldsOtherwise(CheckedBounds.WARM_RESIZE, Variant.POSTGRES_19, Map.of("WorkConserving", 7)),
                variant(CheckedBounds.GROWS, Variant.SEED_D, Map.of("SlotsAreAllocated", 6)),
                variant(CheckedBounds.WARM_EXITS, Variant.SEED_E, Map.of("ServesRequests", 11)),
                // A registered worker's bit outlives it. NoLostWakeup: w0 is retired, and a submit chooses it and wakes
                // nobody. NoNullLatch: w1 is retired between the submit of two and the consume of w0, which chooses w1.
                variant(
                        CheckedBounds.WARM_RESIZE,
                        Variant.SEED_A,
                        Map.of(
                                "IdleOnlyRegistered", 7,
                                "NoLostWakeup", 8,
                                "WorkConserving", 8,
                                "NoNullLatch", 13,
                                "Completes", 9)),
                // A submit chooses w0, which is retired before it is woken. WorkConserving fails earlier: as soon as
                // the
                // chosen worker cannot but leave.
                variant(
                        CheckedBounds.WARM_RESIZE,
                        Variant.SEED_B,
                        Map.of("NoLostWakeup", 8, "WorkConserving", 6, "Completes", 10)),
                // An interrupted worker is replaced, and the new one looks at the queue: late, but for ever nothing
                // waits.
                variant(CheckedBounds.WARM_EXITS, Variant.SEED_B, Map.of("NoLostWakeup", 7, "WorkConserving", 5)),
                variant(
                        CheckedBounds.WARM_RESIZE,
                        Variant.SEED,
                        Map.of(
                                "IdleOnlyRegistered", 7,
                                "NoLostWakeup", 8,
                                "WorkConserving", 6,
                                "NoNullLatch", 13,
                                "Completes", 9)),
                // No wakeup is lost and everything completes, but one works while the other sleeps.
                new Scenario(
                        CheckedBounds.WARM_RESIZE,
                        ModelMutant.M05.within(CheckedBounds.WARM_RESIZE.bounds()),
                        Invariants.ALL,
                        Map.of("WorkConserving", 7),
                        true),
                mutant(
                        CheckedBounds.WARM_RESIZE,
                        ModelMutant.M40,
                        Map.of("NoLostWakeup", 2, "WorkConserving", 2, "Completes", 2)),
                // WorkConserving asks only while somebody may be chosen, so it cannot see workers that sleep unmarked.
                mutant(CheckedBounds.WARM_RESIZE, ModelMutant.M44, Map.of("NoLostWakeup", 18, "Completes", 19)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.M42, Map.of("WorkConserving", 18)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.EXIT_CLEARS_ALL, Map.of("NoLostWakeup", 7)),
                mutant(CheckedBounds.SMALL, ModelMutant.M48, Map.of("DepthInBounds", 2)),
                variant(CheckedBounds.WARM_EXITS, Variant.SEED_C, Map.of("Conservation", 9, "Completes", 19)),
                mutant(CheckedBounds.SMALL, ModelMutant.M57, Map.of("Conservation", 8)),
                mutant(
                        CheckedBounds.WARM_EXITS,
                        ModelMutant.M49,
                        Map.of("Conservation", 9, "FailuresComplete", 9, "Completes", 15)),
                mutantUntil(CheckedBounds.SMALL, ModelMutant.M54, Invariants.TYPE_OK, 4),
                mutant(CheckedBounds.WARM_RESIZE, ModelMutant.RETIRES_TOO_LATE, Map.of("PoolRecovers", 2)),
                mutant(CheckedBounds.SMALL, ModelMutant.M46, Map.of("Conservation", 6, "WorkConserving", 10)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.M50, Map.of("FailuresComplete", 9)),
                mutant(CheckedBounds.WARM_RESIZE, ModelMutant.M53, Map.of("NoLostWakeup", 9, "Completes", 11)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.M55, Map.of("PoolRecovers", 7)),
                mutant(CheckedBounds.WARM_RESIZE, ModelMutant.M56, Map.of("PoolRecovers", 3)),
                mutant(CheckedBounds.CLOSE, ModelMutant.CLOSES_AT_ONCE, Map.of("ClosesEmpty", 5, "Completes", 5)),
                mutant(
                        CheckedBounds.CLOSE,
                        ModelMutant.STARTS_AFTER_CLOSE,
                        Map.of("NothingStartsAfterClose", 5, "CloseTerminates", 6, "PoolRecovers", 6)),
                mutant(
                        CheckedBounds.CLOSE,
                        ModelMutant.RETIRES_TOO_LATE,
                        Map.of("CloseTerminates", 8, "PoolRecovers", 8)));
    }

    private static Scenario reference(CheckedBounds bounds) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), Variant.REFERENCE), Invariants.ALL, Map.of(), true);
    }

    private static Scenario held(CheckedBounds bounds, Variant variant) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), variant), Invariants.ALL, Map.of(), true);
    }

    private static Scenario variantThatHoldsOtherwise(
            CheckedBounds bounds, Variant variant, Map<String, Integer> violations) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), variant), Invariants.ALL, violations, true);
    }

    private static Scenario variant(CheckedBounds bounds, Variant variant, Map<String, Integer> violations) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), variant), Invariants.ALL, violations, false);
    }

    /** Explored until the one invariant is violated: the rest is large, or leads out of what a state can hold. */
    private static Scenario mutantUntil(CheckedBounds bounds, ModelMutant mutant, Invariant invariant, int length) {
        return new Scenario(
                bounds, mutant.within(bounds.bounds()), List.of(invariant), Map.of(invariant.name(), length), false);
    }

    private static Scenario mutant(CheckedBounds bounds, ModelMutant mutant, Map<String, Integer> violations) {
        return new Scenario(bounds, mutant.within(bounds.bounds()), Invariants.ALL, violations, false);
    }

    /** The properties of steps that are looked at: all of them, unless the invariants are chosen. */
    List<StepProperty> steps() {
        return invariants.equals(Invariants.ALL) ? StepProperty.ALL : List.of();
    }

    String subject() {
        return protocol.variant().name();
    }

    boolean isReference() {
        return protocol.variant().name().equals(Variant.REFERENCE.name());
    }

    /** Names of the properties whose verdicts are recorded. */
    List<String> recorded() {
        return Stream.of(
                        invariants.stream().map(Invariant::name),
                        steps().stream().map(StepProperty::name),
                        LivenessProperty.ALL.stream().map(LivenessProperty::name))
                .flatMap(names -> names)
                .filter(name -> violations.containsKey(name) || (recordsHeld && asksFor(name)))
                .toList();
    }

    /** Whether the bounds give the property a case. */
    private boolean asksFor(String property) {
        if (OF_THE_CLOSE.contains(property)) {
            return bounds.bounds().closes();
        }
        if (property.equals(StepProperty.FAILURES_COMPLETE.name())) {
            return bounds.bounds().maxReopenFailures() > 0;
        }
        boolean requests = bounds.bounds().maxInterrupts() + bounds.bounds().maxReloads() > 0;
        return requests || !property.equals(StepProperty.SERVES_REQUESTS.name());
    }

    /** Id of the check of a property on this subject. */
    String checkId(String property) {
        return "model/" + bounds.label() + "/" + property + "/" + subject();
    }
}
