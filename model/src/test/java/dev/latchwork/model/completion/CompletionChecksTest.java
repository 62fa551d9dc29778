package dev.latchwork.model.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.model.completion.mutants.CompletionMutant;
import dev.latchwork.model.completion.mutants.FaultyCompletion;
import dev.latchwork.model.search.Behaviour;
import dev.latchwork.model.search.Search;
import dev.latchwork.model.search.StepProperty;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every property of the completion side holds in the reference and is violated by a fault, by a counterexample as long as
 * TLC's: the lengths are those of the {@code MCCompletionFaults} models of the manifest.
 */
class CompletionChecksTest {
    private static final StepProperty<CompletionState> LOST = CompletionProperties.NO_LOST_COMPLETION;
    private static final StepProperty<CompletionState> ANOTHERS = CompletionProperties.NEVER_ANOTHERS_RESULT;
    private static final CompletionBounds REUSE = CompletionWorlds.REUSE.bounds();
    private static final CompletionBounds TWO_EXECUTORS = new CompletionBounds(2, 1, 1, 2, 1, 1);
    private static final CompletionBounds ONE_SESSION = new CompletionBounds(1, 1, 1, 1, 1, 1);
    private static final String WAITER_RETURNS = "WaiterReturns";

    /** A fault, the property that notices it, and the states of the shortest counterexample. */
    private record Kill(
            CompletionMutant mutant, CompletionBounds bounds, StepProperty<CompletionState> property, int length) {}

    private static final List<Kill> KILLS = List.of(
            new Kill(CompletionMutant.M60, REUSE, LOST, 12),
            new Kill(CompletionMutant.M61, REUSE, LOST, 14),
            new Kill(CompletionMutant.M62, REUSE, LOST, 14),
            new Kill(CompletionMutant.M63, REUSE, ANOTHERS, 21),
            new Kill(CompletionMutant.M64, REUSE, CompletionProperties.ONLY_OWNER_RECLAIMS, 11),
            new Kill(CompletionMutant.M65, REUSE, ANOTHERS, 21),
            new Kill(CompletionMutant.M66, REUSE, CompletionProperties.COMPLETED_HAS_RESULT, 7),
            new Kill(CompletionMutant.M67, REUSE, LOST, 17),
            new Kill(CompletionMutant.M68, CompletionWorlds.WAITERS.bounds(), LOST, 20),
            new Kill(CompletionMutant.M69, TWO_EXECUTORS, CompletionProperties.LEGAL_TRANSITIONS, 8),
            new Kill(CompletionMutant.M15, REUSE, LOST, 17),
            new Kill(CompletionMutant.IDLE_FIRST, REUSE, LOST, 16),
            new Kill(CompletionMutant.STAYS_ENLISTED, REUSE, CompletionProperties.TYPE_OK, 14),
            new Kill(
                    CompletionMutant.TWO_HANDED_OUT,
                    CompletionWorlds.OLDEST.bounds(),
                    CompletionProperties.ONE_HANDED_OUT,
                    3),
            new Kill(CompletionMutant.RETURNS_EARLY, REUSE, CompletionProperties.RETURNS_ONLY_WHEN_OVER, 11),
            new Kill(CompletionMutant.GENERATION_WRAPS, REUSE, CompletionProperties.GENERATION_NEVER_DECREASES, 8),
            new Kill(CompletionMutant.PUBLISHED_EARLY, REUSE, LOST, 11));

    @TestFactory
    Stream<DynamicTest> everyFaultIsNoticed() {
        return KILLS.stream()
                .map(kill -> dynamicTest(
                        kill.mutant().subject() + " violates " + kill.property().name(), () -> assertKilled(kill)));
    }

    private static void assertKilled(Kill kill) {
        CheckRun run = CheckRun.start(id(kill.property().name(), kill.mutant().subject()));
        Search<CompletionState, CompletionAction> search = Search.through(
                new FaultyCompletion(new CompletionProtocol(kill.bounds()), kill.mutant()), List.of(kill.property()));
        Behaviour<CompletionState, CompletionAction> counterexample =
                search.counterexamples().get(kill.property());
        finish(run, search, Optional.ofNullable(counterexample));
        assertEquals(kill.length(), counterexample.length());
    }

    /** In the smallest world one search judges all properties of states and steps. */
    @TestFactory
    Stream<DynamicTest> reference() {
        List<CheckRun> runs = CompletionProperties.ALL.stream()
                .map(property -> CheckRun.start(id(property.name(), "reference")))
                .toList();
        Search<CompletionState, CompletionAction> search =
                Search.through(new CompletionProtocol(REUSE), CompletionProperties.ALL);
        return Stream.iterate(0, i -> i < runs.size(), i -> i + 1).map(i -> {
            StepProperty<CompletionState> property = CompletionProperties.ALL.get(i);
            return dynamicTest(property.name(), () -> {
                Optional<Behaviour<CompletionState, CompletionAction>> counterexample =
                        Optional.ofNullable(search.counterexamples().get(property));
                finish(runs.get(i), search, counterexample);
                assertEquals(Optional.empty(), counterexample.map(CompletionChecksTest::text));
            });
        });
    }

    /** Behaviours end, so a waiter that does not return is one that waits where nothing need happen any more. */
    @TestFactory
    Stream<DynamicTest> waiterReturns() {
        return Stream.of(
                dynamicTest("reference", () -> {
                    CheckRun run = CheckRun.start(id(WAITER_RETURNS, "reference"));
                    Search<CompletionState, CompletionAction> search =
                            Search.through(new CompletionProtocol(REUSE), List.of());
                    assertTrue(search.isAcyclic());
                    Optional<Behaviour<CompletionState, CompletionAction>> stuck = stuck(search);
                    finish(run, search, stuck);
                    assertEquals(Optional.empty(), stuck.map(CompletionChecksTest::text));
                }),
                dynamicTest(CompletionMutant.WAITS_WITH_STAGED.subject(), () -> {
                    CompletionMutant mutant = CompletionMutant.WAITS_WITH_STAGED;
                    CheckRun run = CheckRun.start(id(WAITER_RETURNS, mutant.subject()));
                    Search<CompletionState, CompletionAction> search = Search.through(
                            new FaultyCompletion(new CompletionProtocol(ONE_SESSION), mutant), List.of());
                    assertTrue(search.isAcyclic());
                    Optional<Behaviour<CompletionState, CompletionAction>> stuck = stuck(search);
                    finish(run, search, stuck);
                    assertEquals(Optional.of(10), stuck.map(Behaviour::length));
                }));
    }

    private static Optional<Behaviour<CompletionState, CompletionAction>> stuck(
            Search<CompletionState, CompletionAction> search) {
        return search.stuck(CompletionProperties::anybodyWaits, CompletionAction::mustHappen);
    }

    private static void finish(
            CheckRun run,
            Search<CompletionState, CompletionAction> search,
            Optional<Behaviour<CompletionState, CompletionAction>> counterexample) {
        counterexample.ifPresent(found -> System.out.println(text(found)));
        run.finish(
                counterexample.isPresent() ? Outcome.VIOLATED : Outcome.HELD,
                Effort.of("states", search.states().size())
                        .and("transitions", search.transitions())
                        .and("diameter", search.diameter()));
    }

    private static List<String> text(Behaviour<CompletionState, CompletionAction> behaviour) {
        return behaviour.actions().stream().map(CompletionAction::text).toList();
    }

    private static String id(String property, String subject) {
        return "model/completion/" + property + "/" + subject;
    }
}
