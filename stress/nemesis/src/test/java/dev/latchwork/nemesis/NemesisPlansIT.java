package dev.latchwork.nemesis;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.nemesis.mutants.NemesisMutant;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plans that each make one fault frequent, and what came of them; and mistakes that they find. */
class NemesisPlansIT {
    /** I/Os of a plan; with those of {@link MixedIosIT} more than two million in each build. */
    private static final long IOS = 200_000;
    /** Rounds of all plans, each with a seed of its own: 1 in a build, more in a soak. */
    private static final int ROUNDS = Integer.getInteger("nemesis.rounds", 1);

    private static final long SEED = Long.getLong("nemesis.seed", 1);
    /** Generous: a run that takes longer than this hangs. */
    private static final long BOUND_SECONDS = 120;

    private static final long MUTANT_IOS = 20_000;
    /** Many times what a good run of so many takes. */
    private static final long MUTANT_BOUND_SECONDS = 10;
    /** How many seeds a mutant may survive before the check says that it was not found; seed-A survived 2 of 20. */
    private static final int SEEDS_FOR_A_MUTANT = 10;

    @TempDir
    Path directory;

    /**
     * Under each plan nothing is lost, done twice or left undone, the pool comes back to its size, and there is an order that
     * explains every answer of the queue and of the blocks. Kills M06, M31, M44, M50, M70, seed-A.
     */
    @TestFactory
    Stream<DynamicTest> run_whenOneFaultIsFrequent_thenNothingIsLost() {
        return Arrays.stream(NemesisPlan.values())
                .filter(plan -> plan != NemesisPlan.EVERYTHING)
                .map(plan -> dynamicTest(plan.name(), () -> holds(plan)));
    }

    private void holds(NemesisPlan named) throws Exception {
        CheckRun check = CheckRun.start("nemesis/Plan." + named + "/reference");
        PlanTotals totals = new PlanTotals();
        String fault = null;
        String missing = null;
        Path witness = null;
        for (int round = 0; round < ROUNDS && fault == null && missing == null; round++) {
            long seed = SEED + round;
            Path folder = Files.createDirectory(directory.resolve(named + "-" + seed));
            MixedPlan plan = named.plan(folder, IOS, seed);
            MixedRun run = new MixedRun(plan, WorkerSeams.reference());
            PlannedRun.End<MixedOutcome> end = run.end(BOUND_SECONDS);
            fault = end.fault();
            if (end.outcome() != null) {
                System.out.print(named + ", seed " + seed + "\n" + end.outcome().inWords());
                totals.add(end.outcome());
                missing = end.outcome().missing(plan);
            }
            PlanTotals.keep(run.history());
            witness = ViolationTimeline.write(check.check(), end.outcome());
            if (fault != null) {
                fault = "seed " + seed + ": " + fault;
            }
        }
        Outcome verdict = fault != null ? Outcome.VIOLATED : missing != null ? Outcome.BROKEN : Outcome.HELD;
        totals.report(named, verdict);
        check.finish(verdict, totals.effort(ROUNDS, SEED), witness, fault != null ? fault : missing);
    }

    /** Each mistake is met by its plan. */
    @TestFactory
    Stream<DynamicTest> run_whenTheCodeIsWrong_thenItIsFound() {
        return Arrays.stream(NemesisMutant.values()).map(mutant -> dynamicTest(mutant.id(), () -> found(mutant)));
    }

    private void found(NemesisMutant mutant) throws Exception {
        CheckRun check = CheckRun.start("nemesis/Plan." + mutant.plan() + "/" + mutant.id());
        String fault = null;
        Path witness = null;
        int plans = 0;
        while (fault == null && plans < SEEDS_FOR_A_MUTANT) {
            Path folder = Files.createDirectory(directory.resolve(mutant.id() + "-" + plans));
            MixedPlan plan = mutant.plan().plan(folder, MUTANT_IOS, SEED + plans);
            PlannedRun.End<MixedOutcome> end =
                    new MixedRun(plan, mutant.seams(), mutant::target).end(MUTANT_BOUND_SECONDS);
            fault = end.fault();
            witness = ViolationTimeline.write(check.check(), end.outcome());
            plans++;
        }
        System.out.println(mutant.id() + ": " + fault);
        check.finish(mutant.symptom().verdict(fault), Effort.of("plans", plans), witness, fault);
    }
}
