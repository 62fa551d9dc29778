package dev.latchwork.nemesis;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.nemesis.mutants.NemesisMutant;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

    private static final Path HISTORIES = Path.of("target", "histories");

    private static final Map<String, Object> REPORTED = new LinkedHashMap<>();

    @TempDir
    Path directory;

    /**
     * Under each plan nothing is lost, done twice or left undone, the pool comes back to its size, and there is an order that
     * explains every answer of the queue and of the blocks. Kills M06, M31, M44, M70, seed-A.
     */
    @TestFactory
    Stream<DynamicTest> run_whenOneFaultIsFrequent_thenNothingIsLost() {
        return Arrays.stream(NemesisPlan.values())
                .filter(plan -> plan != NemesisPlan.EVERYTHING)
                .map(plan -> dynamicTest(plan.name(), () -> holds(plan)));
    }

    private void holds(NemesisPlan named) throws Exception {
        CheckRun check = CheckRun.start("nemesis/Plan." + named + "/reference");
        Totals totals = new Totals();
        String fault = null;
        String missing = null;
        for (int round = 0; round < ROUNDS && fault == null && missing == null; round++) {
            long seed = SEED + round;
            Path folder = Files.createDirectory(directory.resolve(named + "-" + seed));
            MixedPlan plan = named.plan(folder, IOS, seed);
            MixedRun run = new MixedRun(plan, WorkerSeams.reference());
            try {
                MixedOutcome outcome = run.run(BOUND_SECONDS);
                System.out.print(named + ", seed " + seed + "\n" + outcome.inWords());
                totals.add(outcome);
                fault = outcome.fault();
                missing = outcome.missing(plan);
            } catch (TimeoutException e) {
                fault = "hung for more than " + BOUND_SECONDS + " s";
            } catch (ExecutionException e) {
                fault = e.getCause().toString();
            }
            HistoryFile.write(run.history(), HISTORIES.resolve(named + ".jsonl.gz"));
            if (fault != null) {
                fault = "seed " + seed + ": " + fault;
            }
        }
        Outcome verdict = fault != null ? Outcome.VIOLATED : missing != null ? Outcome.BROKEN : Outcome.HELD;
        REPORTED.put(named.name(), totals.asRow(verdict));
        check.finish(verdict, totals.effort(), null, fault != null ? fault : missing);
    }

    /** Each mistake is met by its plan. */
    @TestFactory
    Stream<DynamicTest> run_whenTheCodeIsWrong_thenItIsFound() {
        return Arrays.stream(NemesisMutant.values()).map(mutant -> dynamicTest(mutant.id(), () -> found(mutant)));
    }

    private void found(NemesisMutant mutant) throws Exception {
        CheckRun check = CheckRun.start("nemesis/Plan." + mutant.plan() + "/" + mutant.id());
        Path folder = Files.createDirectory(directory.resolve(mutant.id()));
        MixedRun run = new MixedRun(mutant.plan().plan(folder, MUTANT_IOS, SEED), mutant.seams());
        String symptom;
        try {
            symptom = run.run(MUTANT_BOUND_SECONDS).fault();
        } catch (TimeoutException e) {
            symptom = "an I/O hung";
        } catch (ExecutionException e) {
            symptom = e.getCause().toString();
        }
        System.out.println(mutant.id() + ": " + symptom);
        check.finish(symptom == null ? Outcome.HELD : Outcome.VIOLATED, Effort.of("plans", 1), null, symptom);
    }

    @AfterAll
    static void report() throws IOException {
        CoverageFolder.within(Path.of(System.getProperty("latchwork.report.dir")))
                .write("nemesis", REPORTED);
    }

    /** What the rounds of one plan came to. */
    private static final class Totals {
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private double seconds;

        void add(MixedOutcome outcome) {
            AioStatistics s = outcome.statistics();
            count("ios", outcome.issued());
            count("failedReopens", outcome.failures());
            count("injectedReopens", outcome.injectedReopens());
            count("startsRefused", outcome.injectedStarts());
            count("interrupts", outcome.interrupts());
            count("resizes", outcome.resizes());
            count("filesAway", outcome.removals());
            count("shortTransfers", outcome.shorts());
            count("failedTransfers", outcome.errors());
            count("slowTransfers", outcome.slows());
            count("fallbacks", s.synchronousFallbacks());
            count("workers", s.workersStarted());
            count("queueOperations", outcome.judgement().witness().judged());
            count("registers", outcome.judgement().blocks().registers());
            count("windowsExplained", outcome.judgement().windows().explained());
            count("windowsUnknown", outcome.judgement().windows().unknown());
            seconds += outcome.seconds();
        }

        private void count(String name, long number) {
            counts.merge(name, number, Long::sum);
        }

        Map<String, Object> asRow(Outcome verdict) {
            Map<String, Object> row = new LinkedHashMap<>(counts);
            row.put("seconds", Math.round(seconds * 10) / 10.0);
            row.put("verdict", verdict.word());
            return row;
        }

        Effort effort() {
            Effort effort = Effort.of("ios", counts.getOrDefault("ios", 0L));
            for (String name : new String[] {"failedReopens", "workers", "fallbacks", "queueOperations", "registers"}) {
                effort = effort.and(name, counts.getOrDefault(name, 0L));
            }
            return effort.and("rounds", ROUNDS).and("seed", SEED);
        }
    }
}
