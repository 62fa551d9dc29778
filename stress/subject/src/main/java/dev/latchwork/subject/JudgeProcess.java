package dev.latchwork.subject;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.lincheck.Finding;
import dev.latchwork.lincheck.SubjectSearch;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.nemesis.MixedFaults;
import dev.latchwork.nemesis.MixedOutcome;
import dev.latchwork.nemesis.MixedPlan;
import dev.latchwork.nemesis.MixedRun;
import dev.latchwork.nemesis.PlannedRun;
import dev.latchwork.tla.ScratchFolder;
import dev.latchwork.tla.binding.SubjectSteps;
import dev.latchwork.trace.RecordedRun;
import dev.latchwork.trace.ScheduleNoise;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * One judge, in a JVM of its own: arguments are the judge, the class of the subject, the brief as JSON, and the folder for
 * verdicts. Whatever a subject does (it may block for ever) ends with this JVM.
 */
final class JudgeProcess {
    /** Seconds after which a run that has not ended hangs. */
    private static final long BOUND_SECONDS = 60;

    /** Rows that an I/O takes at most on the average, with all that happens beside it. */
    private static final int ROWS_OF_AN_IO = 40;

    private static final int SPARE_ROWS = 1 << 20;
    private static final long MOST_RECORDED_IOS = 50_000;
    private static final int RANDOM_PLANS = 8;
    private static final int RECORDED_SESSIONS = 8;

    private final WorkerMethodSubject subject;
    private final Brief brief;
    private final Path folder;

    private JudgeProcess(WorkerMethodSubject subject, Brief brief, Path folder) {
        this.subject = subject;
        this.brief = brief;
        this.folder = folder;
    }

    /** A run of one check. */
    @FunctionalInterface
    private interface Search {
        SubjectSearch.Result search(WorkerMethodSubject subject);
    }

    public static void main(String[] arguments) throws Exception {
        new JudgeProcess(
                        SubjectClasses.make(Class.forName(arguments[1])),
                        Json.reader().readValue(arguments[2], Brief.class),
                        Path.of(arguments[3]))
                .judge(Judge.valueOf(arguments[0]));
        // A thread that the subject left behind does not keep this JVM.
        System.exit(0);
    }

    private void judge(Judge judge) throws IOException, InterruptedException {
        switch (judge) {
            case INVARIANTS -> judgeInvariants();
            case STEPS -> judgeSteps();
            case TURNS -> {
                search(judge, "Turns", SubjectSearch::turns);
                search(judge, "WorkConserving", SubjectSearch::workConserving);
            }
            case EVENTS -> judgeEvents();
            case MIXED -> judgeMixed();
            case RANDOM -> judgeRandom();
        }
    }

    private void judgeInvariants() throws IOException {
        CheckRun[] runs = Judge.INVARIANTS.checks(brief).stream()
                .map(check -> CheckRun.start(check, folder))
                .toArray(CheckRun[]::new);
        SubjectSteps.Found found = SubjectSteps.judge(() -> Parts.of(subject));
        for (int i = 0; i < runs.length; i++) {
            String property = SubjectSteps.INVARIANTS.get(i);
            finish(
                    runs[i],
                    Judge.INVARIANTS.check(property, brief),
                    found,
                    found.violated().get(property),
                    null);
        }
    }

    private void judgeSteps() throws IOException, InterruptedException {
        Check check = Judge.STEPS.check("Steps", brief);
        CheckRun run = CheckRun.start(check, folder);
        SubjectSteps.Found found = SubjectSteps.compare(brief.variant(), () -> Parts.of(subject));
        boolean open = SubjectSteps.leavesOpen(SubjectSteps.variant(brief.variant()));
        String what = open
                ? "each step is one of " + brief.variant() + "'s, which leaves some open"
                : "the same steps as " + brief.variant() + "'s, in every state";
        finish(run, check, found, found.violated().get("Steps"), what);
    }

    private void finish(CheckRun run, Check check, SubjectSteps.Found found, String violation, String what)
            throws IOException {
        Effort effort = Effort.of("states", found.states())
                .and("transitions", found.transitions())
                .and("bounds", found.bounds());
        finish(run, check, effort, violation, what);
    }

    private void search(Judge judge, String property, Search search) throws IOException {
        Check check = judge.check(property, brief);
        CheckRun run = CheckRun.start(check, folder);
        SubjectSearch.Result result = search.search(subject);
        Effort effort = Effort.of("invocations", result.invocations()).and("bounds", result.bounds());
        if (result.finding()
                .filter(found -> found.kind() == Finding.Kind.HARNESS_FAILURE)
                .isPresent()) {
            publish(run, Outcome.BROKEN, effort, null, result.finding().get().report());
            return;
        }
        finish(run, check, effort, result.finding().map(Finding::report).orElse(null), null);
    }

    private void judgeEvents() throws IOException, InterruptedException {
        Check check = Judge.EVENTS.check("Events", brief);
        CheckRun run = CheckRun.start(check, folder);
        long ios = Math.min(brief.ios(), MOST_RECORDED_IOS);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            MixedPlan plan = plan(scratch.path(), ios, RECORDED_SESSIONS, 64, 8, brief.seed());
            RecordedRun recorded = RecordedRun.of(
                    plan,
                    Parts.of(subject),
                    new EventRecorder(Math.toIntExact(ROWS_OF_AN_IO * ios + SPARE_ROWS)),
                    probe -> new ScheduleNoise(probe, 4),
                    BOUND_SECONDS);
            WitnessChecker.Judgement judgement = new WitnessChecker(
                            recorded.start(SubjectSteps.variant(brief.variant()), new TraceCoverage()))
                    .judgeRun(recorded.trace());
            Effort effort = Effort.of("events", judgement.events()).and("seed", brief.seed());
            finish(run, check, effort, judgement.accepted() ? recorded.outcome().fault() : judgement.inWords(), null);
        } catch (RecordedRun.Unfinished e) {
            finish(run, check, Effort.of("runs", 1), e.getMessage(), null);
        }
    }

    private void judgeMixed() throws IOException, InterruptedException {
        Check check = Judge.MIXED.check("MixedIos", brief);
        CheckRun run = CheckRun.start(check, folder);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            PlannedRun.End<MixedOutcome> end = run(plan(scratch.path(), brief.ios(), 4, 64, 32, brief.seed()));
            MixedOutcome outcome = end.outcome();
            if (outcome == null) {
                finish(run, check, Effort.of("runs", 1), end.fault(), null);
                return;
            }
            Effort effort = Effort.of("ios", outcome.completions())
                    .and("restarts", outcome.statistics().workersStarted())
                    .and("sleeps", outcome.statistics().sleeps())
                    .and("fallbacks", outcome.statistics().synchronousFallbacks())
                    .and("seed", brief.seed());
            finish(run, check, effort, end.fault(), null);
        }
    }

    private void judgeRandom() throws IOException, InterruptedException {
        Check check = Judge.RANDOM.check("RandomPlans", brief);
        CheckRun run = CheckRun.start(check, folder);
        SplittableRandom random = new SplittableRandom(brief.seed());
        long ios = 0;
        int plans = 0;
        String fault = null;
        while (plans < RANDOM_PLANS && fault == null) {
            plans++;
            try (ScratchFolder scratch = ScratchFolder.create()) {
                MixedPlan plan = plan(
                        scratch.path(),
                        Math.max(1, brief.ios() / (2 * RANDOM_PLANS)),
                        random.nextInt(1, 9),
                        random.nextInt(2, 65),
                        random.nextInt(1, 9),
                        random.nextLong());
                PlannedRun.End<MixedOutcome> end = run(plan);
                ios += end.outcome() == null ? 0 : end.outcome().completions();
                fault = end.fault() == null ? null : "plan " + plans + ": " + end.fault();
            }
        }
        Effort effort = Effort.of("plans", plans).and("ios", ios).and("seed", brief.seed());
        finish(run, check, effort, fault, null);
    }

    private PlannedRun.End<MixedOutcome> run(MixedPlan plan) throws IOException, InterruptedException {
        return new MixedRun(plan, Parts.of(subject)).end(BOUND_SECONDS);
    }

    private static MixedPlan plan(Path directory, long ios, int sessions, int queueSize, int largestPool, long seed) {
        return new MixedPlan(directory, ios, sessions, queueSize, largestPool, MixedFaults.EVERYTHING, seed);
    }

    /** Held, or violated with what shows it in a file and its first line in the table. */
    private void finish(CheckRun run, Check check, Effort effort, String violation, String detail) throws IOException {
        if (violation == null) {
            publish(run, Outcome.HELD, effort, null, detail);
            return;
        }
        Path witness = folder.resolve("traces").resolve(check.id() + ".txt");
        Files.createDirectories(witness.getParent());
        Files.writeString(witness, violation.strip() + "\n");
        publish(
                run,
                Outcome.VIOLATED,
                effort,
                witness,
                violation.strip().lines().findFirst().orElse(""));
    }

    private static void publish(CheckRun run, Outcome outcome, Effort effort, Path witness, String detail) {
        try {
            run.finish(outcome, effort, witness, detail);
        } catch (AssertionError notAsExpected) {
            // The verdict is written; whoever reads it sees that.
        }
    }
}
