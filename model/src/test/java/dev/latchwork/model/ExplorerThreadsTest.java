package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.mutants.ModelMutant;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorerThreadsTest {
    private static final int REPETITIONS = 3;

    static List<Protocol> protocols() {
        return List.of(
                Protocol.of(CheckedBounds.POOL.bounds(), Variant.REFERENCE),
                Protocol.of(CheckedBounds.WARM_THREE.bounds(), Variant.EXACT),
                Protocol.of(CheckedBounds.WARM_RESIZE.bounds(), Variant.SEED),
                Protocol.of(CheckedBounds.WARM_EXITS.bounds(), Variant.SEED_E),
                Protocol.of(CheckedBounds.THREE.bounds(), Variant.POSTGRES_19),
                ModelMutant.M49.within(CheckedBounds.WARM_EXITS.bounds()));
    }

    private static Exploration explore(Protocol protocol, int threads) {
        return Explorer.explore(protocol, Invariants.ALL, StepProperty.ALL, expanded -> {}, threads);
    }

    /**
     * However many threads explore, and however often, the result is the same: counts, the number of each state, and each
     * step of each counterexample. Kills a phase that starts before the one that it reads is over.
     */
    @ParameterizedTest
    @MethodSource("protocols")
    void explore_whenSeveralThreads_thenSameResultAsOne(Protocol protocol) {
        Exploration one = explore(protocol, 1);
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            for (int threads : new int[] {2, 3}) {
                Exploration several = explore(protocol, threads);

                assertEquals(Optional.empty(), difference(one, several));
            }
        }
    }

    /** The same comparison sees a phase that ends before its last unit is done (M98). */
    @Test
    void explore_whenAPhaseEndsEarly_thenAnotherResult() {
        CheckRun reference = CheckRun.start("model/ExplorerThreads/reference");
        CheckRun mutant = CheckRun.start("model/ExplorerThreads/M98");
        // No level of it fills a second slice, so that the partitions alone are shared.
        Protocol protocol = Protocol.of(CheckedBounds.SMALL.bounds(), Variant.REFERENCE);
        Exploration one = explore(protocol, 1);

        finish(reference, one, explore(protocol, 2));
        try (WorkCrew crew = new M98_PhaseEndsEarly()) {
            finish(
                    mutant,
                    one,
                    Explorer.explore(
                            protocol, Invariants.ALL, StepProperty.ALL, expanded -> {}, crew, MemoryLimit.ofHeap()));
        }
    }

    private static void finish(CheckRun check, Exploration one, Exploration several) {
        Optional<String> difference = difference(one, several);
        check.finish(
                difference.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", several.distinct()),
                null,
                difference.orElse("no difference"));
    }

    /** The first thing in which the explorations differ. */
    private static Optional<String> difference(Exploration one, Exploration several) {
        Map<String, Function<Exploration, Object>> results = new LinkedHashMap<>();
        results.put("distinct states", Exploration::distinct);
        results.put("diameter", Exploration::diameter);
        results.put("transitions", Exploration::transitions);
        results.put("complete", Exploration::complete);
        results.put("counterexamples", Exploration::counterexamples);
        results.put("counterexamples of steps", Exploration::stepCounterexamples);
        for (Map.Entry<String, Function<Exploration, Object>> result : results.entrySet()) {
            Object ofOne = result.getValue().apply(one);
            Object ofSeveral = result.getValue().apply(several);
            if (!ofOne.equals(ofSeveral)) {
                return Optional.of(result.getKey() + ": " + ofOne + " on one thread, " + ofSeveral + " on several");
            }
        }
        return IntStream.range(0, one.distinct())
                .filter(number ->
                        !one.graph().state(number).equals(several.graph().state(number)))
                .mapToObj(number -> "state " + number)
                .findFirst();
    }

    /** The successors that are shown without being kept are those of {@code enabled} and {@code step}, in their order. */
    @ParameterizedTest
    @MethodSource("protocols")
    void successors_whenComparedWithSteps_thenSame(Protocol protocol) {
        StateGraph graph = explore(protocol, 1).graph();
        Successors successors = protocol.successors();
        for (int number = 0; number < graph.size(); number += 7) {
            ProtocolState state = graph.state(number);
            List<Step> shown = new ArrayList<>();
            successors.visit(state, (action, next) -> shown.add(new Step(action, next.copy())));

            assertEquals(
                    protocol.enabled(state).stream()
                            .map(action -> new Step(action, protocol.step(state, action)))
                            .toList(),
                    shown);
        }
    }

    /** The index leaves no enabled action out and keeps their order. Kills an action that is filed under another point. */
    @Test
    void enabled_whenEveryGuardIsTested_thenSame() {
        for (Variant variant : List.of(Variant.REFERENCE, Variant.SEED, Variant.POSTGRES_19)) {
            Protocol protocol = Protocol.of(CheckedBounds.EXITS.bounds(), variant);
            StateGraph graph = explore(protocol, 1).graph();
            for (int number = 0; number < graph.size(); number++) {
                ProtocolState state = graph.state(number);
                assertEquals(
                        protocol.actions().stream()
                                .filter(action -> action.isEnabled(state, variant))
                                .toList(),
                        protocol.enabled(state));
            }
        }
    }

    /** An exploration that does not fit ends with the setting and its value. */
    @Test
    void explore_whenStatesDoNotFit_thenTellsWhichSetting() {
        Protocol protocol = Protocol.of(CheckedBounds.THREE.bounds(), Variant.REFERENCE);
        MemoryLimit tooSmall = new MemoryLimit(2_000_000);

        for (int threads : new int[] {1, 2}) {
            IllegalStateException error = assertThrows(
                    IllegalStateException.class,
                    () -> Explorer.explore(protocol, List.of(), List.of(), expanded -> {}, threads, tooSmall));

            assertTrue(error.getMessage().contains("-Xmx"), error.getMessage());
            assertTrue(error.getMessage().contains("2,000,000 bytes"), error.getMessage());
        }
    }

    /** A number of threads outside the range is refused by name, value and range. */
    @Test
    void explore_whenThreadsAreOutOfRange_thenRefused() {
        Protocol protocol = Protocol.of(CheckedBounds.SMALL.bounds(), Variant.REFERENCE);
        for (int threads : new int[] {0, Explorer.MAX_THREADS + 1}) {
            IllegalArgumentException error =
                    assertThrows(IllegalArgumentException.class, () -> explore(protocol, threads));
            assertEquals("threads = " + threads + " is outside its range of 1 to 16", error.getMessage());
        }
    }

    /** What one unit throws, the caller of the crew gets, when the other units are done. */
    @Test
    void run_whenAUnitFails_thenThrown() {
        try (WorkCrew crew = new WorkCrew(2)) {
            for (int failing = 0; failing < 2; failing++) {
                int wrong = failing;
                IllegalStateException error = assertThrows(
                        IllegalStateException.class,
                        () -> crew.run(8, unit -> {
                            if (unit == wrong) {
                                throw new IllegalStateException("unit " + unit);
                            }
                        }));
                assertEquals("unit " + failing, error.getMessage());
            }
        }
    }
}
