package dev.latchwork.nemesis;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million mixed I/Os on real files, and everything that can go wrong around them at the same time. */
class MixedIosIT {
    private static final long IOS = 1_000_000;
    private static final long SEED = 1;
    /** Generous: a run that takes longer than this hangs. */
    private static final long BOUND_SECONDS = 300;

    @TempDir
    Path directory;

    /**
     * There is an order that explains every read and what is on disk, and one that explains every answer of the queue; every
     * I/O was completed once; each failure was seen by its submitter, and no other; every worker that was started has ended.
     * Kills seed-A.
     */
    @Test
    void run_whenEveryNemesisActs_thenNothingIsLost() throws Exception {
        CheckRun run = CheckRun.start("nemesis/MixedIos/reference");
        MixedPlan plan = plan();
        MixedRun mixed = new MixedRun(plan, WorkerSeams.reference());
        MixedOutcome outcome = mixed.run(BOUND_SECONDS);
        System.out.print(outcome.inWords());
        String fault = outcome.fault();
        String missing = outcome.missing(plan);
        Outcome verdict = fault != null ? Outcome.VIOLATED : missing != null ? Outcome.BROKEN : Outcome.HELD;
        PlanTotals totals = new PlanTotals();
        totals.add(outcome);
        totals.report(NemesisPlan.EVERYTHING, verdict);
        PlanTotals.keep(mixed.history());
        run.finish(verdict, effort(outcome), null, fault != null ? fault : missing);
    }

    /** Fault A: sooner or later a worker chooses one that has left, and sets a null latch; or an I/O hangs. */
    @Test
    void run_whenWorkersLeaveTheirIdleBitSet_thenTheInstanceFails() throws Exception {
        CheckRun run = CheckRun.start("nemesis/MixedIos/seed-A");
        String found;
        try {
            found = new MixedRun(plan(), WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_A))
                    .run(BOUND_SECONDS)
                    .fault();
        } catch (TimeoutException e) {
            found = "an I/O hung";
        } catch (ExecutionException e) {
            found = e.getCause().getMessage();
        }
        run.finish(found == null ? Outcome.HELD : Outcome.VIOLATED, Effort.of("plans", 1), null, found);
    }

    private MixedPlan plan() {
        return NemesisPlan.EVERYTHING.plan(directory, IOS, SEED);
    }

    private static Effort effort(MixedOutcome outcome) {
        return Effort.of("ios", outcome.issued())
                .and("failures", outcome.failures())
                .and("restarts", outcome.statistics().workersStarted())
                .and("removals", outcome.removals())
                .and("sleeps", outcome.statistics().sleeps())
                .and("fallbacks", outcome.statistics().synchronousFallbacks())
                .and("seed", SEED);
    }
}
