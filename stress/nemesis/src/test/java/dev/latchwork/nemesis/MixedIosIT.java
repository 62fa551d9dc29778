package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million mixed I/Os on real files, and everything that can go wrong around them at the same time. */
class MixedIosIT {
    private static final long IOS = 1_000_000;
    /** Of each variant whose wakeups are counted. */
    private static final long ECONOMY_IOS = 50_000;

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
        PlannedRun.End<MixedOutcome> end = mixed.end(BOUND_SECONDS);
        MixedOutcome outcome = end.outcome();
        if (outcome == null) {
            PlanTotals.keep(mixed.history());
            run.finish(Outcome.VIOLATED, Effort.of("plans", 1), null, end.fault());
            return;
        }
        System.out.print(outcome.inWords());
        String fault = end.fault();
        String missing = outcome.missing(plan);
        Outcome verdict = fault != null ? Outcome.VIOLATED : missing != null ? Outcome.BROKEN : Outcome.HELD;
        PlanTotals totals = new PlanTotals();
        totals.add(outcome);
        totals.report(NemesisPlan.EVERYTHING, verdict);
        PlanTotals.keep(mixed.history());
        run.finish(
                verdict,
                effort(outcome),
                ViolationTimeline.write(run.check(), outcome),
                fault != null ? fault : missing);
    }

    /** Fault A: sooner or later a worker chooses one that has left, and sets a null latch; or an I/O hangs. */
    @Test
    void run_whenWorkersLeaveTheirIdleBitSet_thenTheInstanceFails() throws Exception {
        CheckRun run = CheckRun.start("nemesis/MixedIos/seed-A");
        String found = new MixedRun(plan(), WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_A))
                .end(BOUND_SECONDS)
                .fault();
        run.finish(Symptom.FAULT_A.verdict(found), Effort.of("plans", 1), null, found);
    }

    /**
     * What an I/O costs in wakeups, by variant, in the same plan: for the report. It judges nothing but that each run kept its
     * promise, and woke somebody.
     */
    @Test
    void run_whenVariantsDoTheSame_thenTheirWakeupsAreTold() throws Exception {
        Map<String, WorkerSeams> variants = new LinkedHashMap<>();
        variants.put("reference", WorkerSeams.reference());
        variants.put("exact", WorkerSeams.reference().withWakeupPolicy(WakeupPolicy.exact(2)));
        variants.put("hand-over-all", WorkerSeams.reference().withExitPolicy(ExitVariant.POSTGRES_19));
        Map<String, Object> told = new LinkedHashMap<>();
        for (Map.Entry<String, WorkerSeams> variant : variants.entrySet()) {
            Path folder = Files.createDirectory(directory.resolve(variant.getKey()));
            MixedOutcome outcome = new MixedRun(economyPlan(folder), variant.getValue()).run(BOUND_SECONDS);
            assertNull(outcome.fault(), variant.getKey());
            AioStatistics s = outcome.statistics();
            long wakeups = s.submitterWakeups() + s.workerWakeups() + s.handOvers();
            assertTrue(wakeups > 0, variant.getKey());
            told.put(
                    variant.getKey(),
                    Map.of(
                            "ios", s.queued() + s.synchronousFallbacks(),
                            "wakeups", wakeups,
                            "uselessWakeups", s.uselessWakeups(),
                            "sleeps", s.sleeps(),
                            "synchronousFallbacks", s.synchronousFallbacks()));
        }
        CoverageFolder.within(Path.of(System.getProperty("latchwork.report.dir")))
                .write(
                        "economy",
                        Map.of(
                                "of",
                                "One run of each variant, four sessions, up to 32 workers, under every nemesis.",
                                "variants",
                                told));
    }

    private static MixedPlan economyPlan(Path folder) {
        return NemesisPlan.EVERYTHING.plan(folder, ECONOMY_IOS, SEED);
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
