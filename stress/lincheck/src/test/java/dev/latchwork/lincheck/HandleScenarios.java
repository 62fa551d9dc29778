package dev.latchwork.lincheck;

import dev.latchwork.lincheck.Scenario.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Scenarios of {@link HandleOperations}. Three threads, of which the n-th has session n; any may complete. As much is
 * completed as is waited for, so every wait ends.
 */
final class HandleScenarios {
    /** The same scenarios in every run: a finding can be had again. */
    private static final long SEED = 15;

    /** Sessions that submit in random scenarios. */
    private static final int SUBMITTERS = 2;

    private static final int MOVES_PER_SESSION = 2;
    private static final int MOST_USES_LOOKED_AT = 3;

    /** What an I/O comes to whose file is not there. */
    private static final int ENOENT = -2;

    private HandleScenarios() {}

    // ---- sessions with one handle: session n has handle n ----

    static List<Scenario> ofOneHandle() {
        return List.of(
                askingWhileReused(),
                lookingWhileReused(),
                waitingWhileReused(),
                completing(),
                lookingWhileCompleted(),
                completingTwoUses(),
                crossing());
    }

    /** A use that was completed ends, and the next begins, while others ask whether it is over. */
    static Scenario askingWhileReused() {
        return new Scenario(
                List.of(acquire(0), submit(0), complete(5)),
                List.of(List.of(acquire(0)), List.of(ask(1, 0, 1)), List.of(ask(2, 0, 1))),
                List.of(submit(0), look(0, 1), look(0, 2)));
    }

    /** The same, while others look what it came to. */
    static Scenario lookingWhileReused() {
        return new Scenario(
                List.of(acquire(0), submit(0), complete(5)),
                List.of(List.of(acquire(0)), List.of(look(0, 1)), List.of(look(0, 1))),
                List.of(submit(0), look(0, 1), look(0, 2)));
    }

    /** The same, while others wait for it; the next use is not completed before they are done. */
    static Scenario waitingWhileReused() {
        return new Scenario(
                List.of(acquire(0), submit(0), complete(5)),
                List.of(List.of(acquire(0)), List.of(await(1, 0, 1)), List.of(await(2, 0, 1))),
                List.of(submit(0), complete(6), await(1, 0, 2)));
    }

    /** The owner and another session wait for an I/O that is completed meanwhile. */
    static Scenario completing() {
        return new Scenario(
                List.of(acquire(0), submit(0)),
                List.of(List.of(await(0, 0, 1)), List.of(await(1, 0, 1)), List.of(complete(ENOENT))),
                List.of(look(0, 1), acquire(0)));
    }

    /** Others look at an I/O, and wait for it, that is completed meanwhile. Its owner takes it back afterwards only. */
    static Scenario lookingWhileCompleted() {
        return new Scenario(
                List.of(acquire(0), submit(0)),
                List.of(List.of(look(0, 1)), List.of(await(1, 0, 1)), List.of(complete(ENOENT))),
                List.of(look(0, 1), acquire(0)));
    }

    /** Another session waits for the first use of a handle, of which the second is completed soon after. */
    static Scenario completingTwoUses() {
        return new Scenario(
                List.of(acquire(0), submit(0)),
                List.of(
                        List.of(acquire(0), submit(0)),
                        List.of(await(1, 0, 1), look(0, 1)),
                        List.of(complete(5), complete(6))),
                List.of(look(0, 1), look(0, 2)));
    }

    /** Each session submits and waits for the other's I/O, then for its own. */
    private static Scenario crossing() {
        return new Scenario(
                List.of(acquire(0), submit(0), acquire(1), submit(1)),
                List.of(
                        List.of(await(0, 1, 1), await(0, 0, 1)),
                        List.of(await(1, 0, 1), await(1, 1, 1)),
                        List.of(complete(5), complete(ENOENT))),
                List.of(look(0, 1), look(1, 1)));
    }

    // ---- sessions with two handles: session n has 2 n and 2 n + 1 ----

    static List<Scenario> ofTwoHandles(int randomOnes) {
        Random random = new Random(SEED);
        return Stream.concat(
                        Stream.of(takingBack()),
                        Stream.generate(() -> random(random)).limit(randomOnes))
                .toList();
    }

    /** A session with no idle handle takes one back, or two, or waits for its oldest. */
    static Scenario takingBack() {
        return new Scenario(
                List.of(acquire(0), submit(0), acquire(0), submit(0)),
                List.of(List.of(acquire(0)), List.of(await(1, 1, 1)), List.of(complete(5), complete(6))),
                List.of(submit(0), acquire(0)));
    }

    private static Scenario random(Random random) {
        List<List<Call>> threads = new ArrayList<>();
        int submitted = 0;
        List<Call> before = new ArrayList<>();
        for (int session = 0; session < SUBMITTERS; session++) {
            before.add(acquire(session));
            before.add(submit(session));
            submitted++;
            List<Call> calls = new ArrayList<>();
            for (int move = 0; move < MOVES_PER_SESSION; move++) {
                switch (random.nextInt(4)) {
                    case 0 -> calls.add(await(session, anyHandle(random), anyUse(random)));
                    case 1 -> calls.add(ask(session, anyHandle(random), anyUse(random)));
                    default -> {
                        calls.add(acquire(session));
                        calls.add(submit(session));
                        submitted++;
                    }
                }
            }
            threads.add(calls);
        }
        List<Call> completions = new ArrayList<>();
        for (int i = 0; i < submitted; i++) {
            completions.add(complete(i + 1));
        }
        threads.add(completions);
        List<Call> end = new ArrayList<>();
        for (int handle = 0; handle < 2 * SUBMITTERS; handle++) {
            for (int use = 1; use <= MOST_USES_LOOKED_AT; use++) {
                end.add(look(handle, use));
            }
        }
        // All that was submitted is completed, so each session has a handle again.
        end.add(acquire(0));
        end.add(acquire(1));
        return new Scenario(before, threads, end);
    }

    private static int anyHandle(Random random) {
        return random.nextInt(2 * SUBMITTERS);
    }

    private static int anyUse(Random random) {
        return 1 + random.nextInt(2);
    }

    private static Call acquire(int session) {
        return Call.of("acquire", session);
    }

    private static Call submit(int session) {
        return Call.of("submit", session);
    }

    private static Call complete(int result) {
        return Call.of("complete", result);
    }

    private static Call await(int session, int handle, int use) {
        return Call.of("await", session, handle, use);
    }

    private static Call ask(int session, int handle, int use) {
        return Call.of("ask", session, handle, use);
    }

    private static Call look(int handle, int use) {
        return Call.of("look", handle, use);
    }
}
