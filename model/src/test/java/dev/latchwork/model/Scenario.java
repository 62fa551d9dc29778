package dev.latchwork.model;

import dev.latchwork.model.mutants.ModelMutant;
import java.util.List;
import java.util.Map;
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

    static final List<LivenessProperty> LIVENESS = List.of(LivenessProperty.COMPLETES, LivenessProperty.POOL_RECOVERS);

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
                        ModelMutant.SUBMIT_WAKES_NOBODY,
                        Map.of("NoLostWakeup", 2, "WorkConserving", 2, "Completes", 2)),
                // WorkConserving asks only while somebody may be chosen, so it cannot see workers that sleep unmarked.
                mutant(
                        CheckedBounds.WARM_RESIZE,
                        ModelMutant.SLEEPS_UNMARKED,
                        Map.of("NoLostWakeup", 18, "Completes", 19)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.BUSY_STAYS_IDLE, Map.of("WorkConserving", 18)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.EXIT_CLEARS_ALL, Map.of("NoLostWakeup", 7)),
                mutant(CheckedBounds.SMALL, ModelMutant.LAST_SLOT, Map.of("DepthInBounds", 2)),
                mutant(CheckedBounds.WARM_EXITS, ModelMutant.SEED_C, Map.of("Conservation", 9, "Completes", 19)),
                mutant(CheckedBounds.SMALL, ModelMutant.COMPLETES_TWICE, Map.of("Conservation", 8)),
                mutant(
                        CheckedBounds.WARM_EXITS,
                        ModelMutant.FAILURE_FORGOTTEN,
                        Map.of("Conservation", 9, "Completes", 15)),
                new Scenario(
                        CheckedBounds.SMALL,
                        ModelMutant.STARTS_TOO_MANY.within(CheckedBounds.SMALL.bounds()),
                        List.of(Invariants.TYPE_OK),
                        Map.of("TypeOK", 4),
                        false),
                mutant(CheckedBounds.WARM_RESIZE, ModelMutant.RETIRES_TOO_LATE, Map.of("PoolRecovers", 2)));
    }

    private static Scenario reference(CheckedBounds bounds) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), Variant.REFERENCE), Invariants.ALL, Map.of(), true);
    }

    private static Scenario variant(CheckedBounds bounds, Variant variant, Map<String, Integer> violations) {
        return new Scenario(bounds, Protocol.of(bounds.bounds(), variant), Invariants.ALL, violations, false);
    }

    private static Scenario mutant(CheckedBounds bounds, ModelMutant mutant, Map<String, Integer> violations) {
        return new Scenario(bounds, mutant.within(bounds.bounds()), Invariants.ALL, violations, false);
    }

    String subject() {
        return protocol.variant().name();
    }

    boolean isReference() {
        return violations.isEmpty();
    }

    /** Names of the properties whose verdicts are recorded. */
    List<String> recorded() {
        Stream<String> names = Stream.concat(
                invariants.stream().map(Invariant::name), LIVENESS.stream().map(LivenessProperty::name));
        return names.filter(name -> recordsHeld || violations.containsKey(name)).toList();
    }

    /** Id of the check of a property on this subject. */
    String checkId(String property) {
        return "model/" + bounds.label() + "/" + property + "/" + subject();
    }
}
