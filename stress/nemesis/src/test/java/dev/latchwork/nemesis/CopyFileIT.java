package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real file of at least 64 MiB: the running JDK's own {@code lib/modules}. */
class CopyFileIT {
    private static final long BOUND_SECONDS = 120;
    private static final long LARGE = 64L << 20;
    private static final long SEED = Long.getLong("nemesis.seed", 1);

    /** How many plans a mutant may survive before the check says that it was not found. */
    private static final int PLANS_FOR_A_MUTANT = 10;

    /** Enough for the reference, which runs first. */
    private static final long MUTANT_BOUND_SECONDS = 30;

    @TempDir
    Path directory;

    /**
     * The copy equals its source; every injected failure was seen by its submitter as -ENOENT and its block was done again;
     * every queued I/O was consumed; every worker that was started has ended. Kills seed-A.
     */
    @Test
    void copy_whenReopensFailAndWorkersAreReplaced_thenEqualsItsSource() throws Exception {
        Path source = Path.of(System.getProperty("java.home"), "lib", "modules");
        assertTrue(Files.size(source) >= LARGE, source + " has less than " + LARGE + " bytes");
        holds("nemesis/CopyFile/reference", replacingWorkers(source, copy()), false);
    }

    /** The same with a queue of three, so that most of each batch is performed by its submitter after the wakeup. */
    @Test
    void copy_whenQueueIsAlwaysFull_thenEqualsItsSource() throws Exception {
        Path source = Path.of(System.getProperty("java.home"), "lib", "modules");
        holds("nemesis/CopyFileFullQueue/reference", fullQueue(source, copy()), true);
    }

    static CopyPlan replacingWorkers(Path source, Path copy) {
        return new CopyPlan(source, copy, 4, 3, 16, 64, 0.01, 4, 32, SEED);
    }

    static CopyPlan fullQueue(Path source, Path copy) {
        return new CopyPlan(source, copy, 2, 2, 32, 4, 0.05, 4, 16, SEED);
    }

    private static void holds(String check, CopyPlan plan, boolean fallbacksExpected) throws Exception {
        CheckRun run = CheckRun.start(check);
        PlannedRun.End<CopyOutcome> end = new FileCopier(plan, WorkerSeams.reference()).end(BOUND_SECONDS);
        CopyOutcome outcome = end.outcome();
        if (outcome == null) {
            run.finish(Outcome.VIOLATED, Effort.of("plans", 1), null, end.fault());
            return;
        }
        System.out.print(outcome.inWords());
        String fault = end.fault();
        String missing = missing(outcome, fallbacksExpected);
        Outcome verdict = fault != null ? Outcome.VIOLATED : missing != null ? Outcome.BROKEN : Outcome.HELD;
        run.finish(verdict, effort(outcome), null, fault != null ? fault : missing);
    }

    /** What the plan was to bring about and did not, so that the run shows nothing about it; or null. */
    private static String missing(CopyOutcome outcome, boolean fallbacksExpected) {
        if (outcome.injected() == 0) {
            return "no reopen failed";
        }
        if (outcome.interrupts() == 0) {
            return "no worker was replaced";
        }
        if (outcome.statistics().consumed() == 0) {
            return "no worker performed an I/O";
        }
        if (fallbacksExpected && outcome.statistics().synchronousFallbacks() == 0) {
            return "the queue was never full";
        }
        return null;
    }

    private static Effort effort(CopyOutcome outcome) {
        return Effort.of("ios", outcome.ios())
                .and("bytes", outcome.bytes())
                .and("failures", outcome.seen())
                .and("restarts", outcome.statistics().workersStarted())
                .and(
                        "wakeups",
                        outcome.statistics().submitterWakeups()
                                + outcome.statistics().workerWakeups())
                .and("sleeps", outcome.statistics().sleeps())
                .and("fallbacks", outcome.statistics().synchronousFallbacks())
                .and("seed", SEED);
    }

    /**
     * Fault A on real threads: a pool that shrinks while small batches arrive. A worker that consumed fans out to one that
     * has left, and sets a null latch; or a submitter chooses one and wakes nobody, and the copy hangs.
     */
    @Test
    void copy_whenWorkersLeaveTheirIdleBitSet_thenTheInstanceFails() throws Exception {
        Path source = Path.of(System.getProperty("java.home"), "lib", "modules");
        CheckRun run = CheckRun.start("nemesis/CopyFile/seed-A");
        assertNull(
                new FileCopier(shrinking(source, SEED), WorkerSeams.reference())
                        .end(MUTANT_BOUND_SECONDS)
                        .fault(),
                "the plan finds fault with the reference");
        WorkerSeams seams = WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_A);
        String found = null;
        int plans = 0;
        while (found == null && plans < PLANS_FOR_A_MUTANT) {
            plans++;
            found = new FileCopier(shrinking(source, SEED + plans), seams)
                    .end(MUTANT_BOUND_SECONDS)
                    .fault();
        }
        run.finish(Symptom.FAULT_A.verdict(found), Effort.of("plans", plans), null, found);
    }

    private CopyPlan shrinking(Path source, long seed) {
        return new CopyPlan(source, copy(), 1, 3, 8, 64, 0, 0, 2, seed);
    }

    private Path copy() {
        return directory.resolve("copy");
    }
}
