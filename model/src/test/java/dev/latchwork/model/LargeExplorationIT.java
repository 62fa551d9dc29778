package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.mutants.ModelMutant;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * The largest exploration of the build: three workers that wake each other while one is interrupted, all invariants in
 * every reachable state. Too large for TLC within a build; what both explore is compared by
 * {@code ModelEqualsSpecificationTest}.
 */
class LargeExplorationIT {
    private static final Path REPORT = Path.of(System.getProperty("latchwork.report.dir"));
    private static final CheckedBounds LARGE = CheckedBounds.LARGE;
    private static final int LEAST_STATES = 20_000_000;
    private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;
    private static final int THREADS = Math.min(Runtime.getRuntime().availableProcessors(), Explorer.MAX_THREADS);

    /** Every invariant holds in every reachable state, and there are as many states as there were. */
    @Test
    void explore_whenReference_thenEveryInvariantHolds() throws IOException {
        Exploration exploration = check(
                "model/large/Invariants/reference", Protocol.of(LARGE.bounds(), Variant.REFERENCE), Invariants.ALL);

        assertEquals(Map.of(), exploration.counterexamples());
        assertTrue(exploration.complete());
        assertTrue(exploration.distinct() >= LEAST_STATES, "only " + exploration.distinct() + " states");
        assertEquals(LARGE.distinct(), exploration.distinct(), "distinct states");
        assertEquals(LARGE.transitions(), exploration.transitions(), "transitions");
        assertEquals(LARGE.diameter(), exploration.diameter(), "diameter");
    }

    /** Within the same bounds a fault is seen, and the exploration ends there. */
    @Test
    void explore_whenConsumedIoStaysQueued_thenConservationIsViolated() throws IOException {
        Exploration exploration = check(
                "model/large/Invariants/M46", ModelMutant.M46.within(LARGE.bounds()), List.of(Invariants.CONSERVATION));

        assertEquals(
                6,
                exploration
                        .counterexample(Invariants.CONSERVATION)
                        .orElseThrow()
                        .length());
    }

    private static Exploration check(String id, Protocol protocol, List<Invariant> invariants) throws IOException {
        CheckRun run = CheckRun.start(id);
        long start = System.nanoTime();
        Exploration exploration = Explorer.explore(protocol, invariants, List.of(), progressOf(id, start), THREADS);
        double seconds = (System.nanoTime() - start) / 1e9;
        Effort effort = Effort.of("states", exploration.distinct())
                .and("transitions", exploration.transitions())
                .and("diameter", exploration.diameter())
                .and("statesPerSecond", exploration.distinct() / seconds)
                .and("threads", THREADS);
        System.out.printf(
                "%s: %,d states in %.1f s, %,.0f a second on %d threads%n",
                id, exploration.distinct(), seconds, exploration.distinct() / seconds, THREADS);
        if (exploration.counterexamples().isEmpty()) {
            run.finish(Outcome.HELD, effort);
            return exploration;
        }
        StringBuilder traces = new StringBuilder();
        exploration
                .counterexamples()
                .forEach((invariant, trace) ->
                        traces.append(invariant).append(System.lineSeparator()).append(TracePrinter.print(trace)));
        Path witness = REPORT.resolve("traces").resolve(id + ".txt");
        Files.createDirectories(witness.getParent());
        Files.writeString(witness, traces);
        run.finish(
                Outcome.VIOLATED,
                effort,
                witness,
                "violated: " + exploration.counterexamples().keySet());
        return exploration;
    }

    /** Prints a line every few seconds. */
    private static IntConsumer progressOf(String id, long start) {
        long[] printed = {start};
        return expanded -> {
            long now = System.nanoTime();
            if (now - printed[0] >= NANOS_BETWEEN_LINES) {
                printed[0] = now;
                System.out.printf("%s: %,d states expanded after %d s%n", id, expanded, (now - start) / 1_000_000_000L);
            }
        };
    }
}
