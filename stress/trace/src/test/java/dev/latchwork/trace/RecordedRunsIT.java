package dev.latchwork.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.Side;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.TraceSampler;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real runs under every nemesis, recorded event by event, and each event judged by the model's witness checker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordedRunsIT {
    private static final long EVENTS = 5_000_000;
    private static final long IOS = 200_000;
    private static final int ROWS = 6_000_000;
    private static final long CALM_IOS = 20_000;
    /** Events of the first run that the report shows. */
    private static final int SHOWN = 20_000;

    private static final int[] QUEUE_SIZES = {64, 1024, 8, 64};
    private static final int[] POOLS = {32, 8, 32, 4};

    /** Fewer than this of any action, and the runs say nothing about it. Measured: ten of the rarest, a close for each run. */
    private static final long LEAST_OF_AN_ACTION = 3;

    /**
     * A set of a latch whose worker has left in the meantime: a few times in five million events, so that a run without it is
     * no fault. It is named as not reached then.
     */
    private static final Set<Side> RARE =
            EnumSet.of(Side.SUBMIT_SET_LATCH_OF_VACANT, Side.WAKE_PEER_VACANT, Side.HAND_OVER_TO_VACANT);

    private static final TraceCoverage COVERAGE = new TraceCoverage();

    @TempDir
    Path directory;

    /**
     * Every event of every run is a step of the protocol, in an order that its numbers allow; every run ends with everything
     * completed and everybody gone; and what the sessions saw agrees. Kills M05, M32, M70, M75, M76, seed-B.
     */
    @Test
    @Order(1)
    void events_whenEveryNemesisActs_thenEachIsAStepOfTheProtocol() throws Exception {
        CheckRun run = CheckRun.start("trace/WitnessChecker/reference");
        EventRecorder recorder = new EventRecorder(ROWS);
        long runs = 0;
        long judging = 0;
        String fault = null;
        while (COVERAGE.events() < EVENTS && fault == null) {
            int which = (int) (runs % QUEUE_SIZES.length);
            runs++;
            Path folder = Files.createDirectory(directory.resolve("run" + runs));
            RecordedRun recorded;
            try {
                recorded = RecordedRun.of(
                        Plans.plan(folder, IOS, QUEUE_SIZES[which], POOLS[which], runs),
                        WorkerSeams.reference(),
                        recorder,
                        disturbance(runs),
                        Plans.BOUND_SECONDS);
            } catch (RecordedRun.Unfinished e) {
                fault = "run " + runs + ": " + e.getMessage();
                break;
            }
            long begin = cpuNanos();
            TraceCoverage coverage = new TraceCoverage();
            WitnessChecker.Judgement judgement =
                    new WitnessChecker(recorded.start(coverage)).judgeRun(recorded.trace());
            judging += cpuNanos() - begin;
            COVERAGE.add(coverage);
            if (runs == 1) {
                show(recorded, run.check());
            }
            System.out.println("run " + runs + ": " + judgement.inWords());
            fault = judgement.accepted() ? recorded.outcome().fault() : judgement.inWords();
        }
        double speed = COVERAGE.events() / (judging / (double) TimeUnit.SECONDS.toNanos(1));
        Effort effort = Effort.of("events", COVERAGE.events()).and("runs", runs).and("events per CPU second", speed);
        run.finish(fault != null ? Outcome.VIOLATED : Outcome.HELD, effort, null, fault);
    }

    /** The beginning of a run, for the report; what is not shown is named there. */
    private static void show(RecordedRun recorded, Check check) throws IOException {
        int events = recorded.trace().size();
        TraceSampler beginning = new TraceSampler(events, 1, Math.min(SHOWN, events));
        new WitnessChecker(recorded.start(new TraceCoverage())).judge(recorded.trace(), beginning);
        RecordedTimeline.of(
                        beginning.samples().get(0),
                        recorded.clock(),
                        check.id(),
                        check.subject(),
                        recorded.plan().sessions(),
                        "The run has " + events + " events; these are its first " + SHOWN + ".",
                        check.replay())
                .writeWithin(Reported.folder());
    }

    /** Every other run is disturbed, so that there are rare orders among the common ones. */
    private static UnaryOperator<Probe> disturbance(long run) {
        return run % 2 == 1 ? UnaryOperator.identity() : recorder -> new ScheduleNoise(recorder, 4);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * The runs came to every action, and to every side of its guards but for three rare ones. What they did not come to is named. Kills M160, below, and so a queue that never fills and a probe that was forgotten.
     */
    @Test
    @Order(2)
    void runs_whenJudged_thenCameToEverySideOfEveryGuard() throws Exception {
        CheckRun run = CheckRun.start("trace/Coverage/reference");
        List<Side> missing = COVERAGE.missing();
        COVERAGE.sides().forEach((side, count) -> System.out.printf(Locale.ROOT, "%,12d  %s%n", count, side));
        Reported.add(Map.of(
                "events",
                COVERAGE.events(),
                "actions",
                COVERAGE.actions(),
                "sides",
                COVERAGE.sides(),
                "notReached",
                missing.stream().map(Side::toString).toList()));
        finish(run, COVERAGE);
    }

    /** M160: runs to which nothing happens do not pass for runs that were tried by everything. */
    @Test
    @Order(3)
    void runs_whenNemesisDoesNothing_thenCoverageSaysSo() throws Exception {
        CheckRun run = CheckRun.start("trace/Coverage/M160");
        RecordedRun recorded = RecordedRun.of(
                Plans.calm(Files.createDirectory(directory.resolve("calm")), CALM_IOS, QUEUE_SIZES[0], 1),
                WorkerSeams.reference(),
                new EventRecorder(ROWS),
                UnaryOperator.identity(),
                Plans.BOUND_SECONDS);
        TraceCoverage coverage = new TraceCoverage();
        WitnessChecker.Judgement judgement = new WitnessChecker(recorded.start(coverage)).judgeRun(recorded.trace());
        assertTrue(judgement.accepted(), judgement.inWords());
        finish(run, coverage);
    }

    private static void finish(CheckRun run, TraceCoverage coverage) {
        List<Side> missing = coverage.missing();
        List<Side> tooFew =
                missing.stream().filter(side -> !RARE.contains(side)).toList();
        Map<String, Long> rare = new TreeMap<>(coverage.actions());
        rare.values().removeIf(count -> count >= LEAST_OF_AN_ACTION);
        rare.keySet().removeIf(action -> !RecordedAction.ofLabel(action).existsIn(Variant.REFERENCE));
        String fault = tooFew.isEmpty() && rare.isEmpty() ? null : "never came to " + tooFew + "; too seldom " + rare;
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("sides", Side.values().length - (long) missing.size())
                        .and("of", Side.values().length)
                        .and("actions", coverage.actions().size()),
                null,
                fault);
    }
}
