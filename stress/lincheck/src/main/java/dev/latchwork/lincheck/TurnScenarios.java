package dev.latchwork.lincheck;

import dev.latchwork.lincheck.Scenario.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Scenarios of {@link TurnOperations}: directed ones, in which the threads meet where a wakeup is decided, and random ones.
 * Three threads, of which the n-th has the turns of worker n. At the end work must be conserved, and everybody comes to
 * rest.
 */
final class TurnScenarios {
    /** The same scenarios in every run: a finding can be had again. */
    private static final long SEED = 20;

    private static final int CALLS_PER_THREAD = 2;
    private static final List<Call> END = List.of(Call.of("isWorkConserved"), Call.of("rest"));

    private TurnScenarios() {}

    static List<Scenario> all(int randomOnes) {
        Random random = new Random(SEED);
        return Stream.concat(
                        Stream.of(goingToSleep(), moreThanOneTakes(), leaving(), reopenFails()),
                        Stream.generate(() -> random(random)).limit(randomOnes))
                .toList();
    }

    /** A worker that has executed goes to sleep while the next I/O comes. */
    static Scenario goingToSleep() {
        return new Scenario(
                List.of(turn(0), turn(1), turn(2), submit(0, 1), turn(0)),
                List.of(List.of(turn(0)), List.of(submit(1, 1)), List.of(turn(1))),
                END);
    }

    /** More I/Os come than the worker that is woken for them takes at a time. */
    static Scenario moreThanOneTakes() {
        return new Scenario(
                List.of(turn(0), turn(1), turn(2)),
                List.of(List.of(turn(0)), List.of(submit(0, 3)), List.of(turn(1))),
                END);
    }

    /** The worker that every submitter would choose first leaves. */
    static Scenario leaving() {
        return new Scenario(
                List.of(turn(0), turn(1), turn(2), Call.of("ask", 0)),
                List.of(List.of(turn(0)), List.of(submit(0, 1)), List.of(turn(1))),
                END);
    }

    /** A worker leaves because it cannot reopen a target, while more I/Os come than fit. */
    static Scenario reopenFails() {
        return new Scenario(
                List.of(turn(0), turn(1), turn(2)),
                List.of(
                        List.of(turn(0), turn(0)),
                        List.of(Call.of("submitUnreadable", 0, 1), submit(1, 4)),
                        List.of(turn(1))),
                END);
    }

    private static Scenario random(Random random) {
        List<List<Call>> threads = new ArrayList<>();
        int next = 0;
        // One worker at most is asked to exit, so that others are left for what is queued.
        boolean asked = false;
        for (int thread = 0; thread < TurnOperations.WORKERS; thread++) {
            List<Call> calls = new ArrayList<>();
            while (calls.size() < CALLS_PER_THREAD) {
                int kind = random.nextInt(6);
                if (kind < 3) {
                    calls.add(turn(thread));
                } else if (kind == 3 && !asked) {
                    asked = true;
                    calls.add(Call.of("ask", random.nextInt(TurnOperations.WORKERS)));
                } else {
                    int count = 1 + random.nextInt(2);
                    calls.add(submit(next, count));
                    next += count;
                }
            }
            threads.add(calls);
        }
        List<Call> before = new ArrayList<>();
        for (int worker = 0; worker < TurnOperations.WORKERS; worker++) {
            if (random.nextBoolean()) {
                before.add(turn(worker));
            }
        }
        return new Scenario(before, threads, END);
    }

    private static Call turn(int worker) {
        return Call.of("turn", worker);
    }

    private static Call submit(int first, int count) {
        return Call.of("submit", first, count);
    }
}
