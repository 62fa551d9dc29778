package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.TraceSample;
import dev.latchwork.model.trace.TraceSampler;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.tla.recorded.TraceJudge;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of recorded runs, judged by TLC on the specification; and corrupted ones, judged by both judges. */
class SpecificationIT {
    private static final long IOS = 50_000;
    private static final int ROWS = 1_500_000;
    private static final int SAMPLES = 42;
    private static final int LENGTH = 500;
    private static final long LEAST_EVENTS = 20_000;

    private static final int CORRUPTED_FROM = 400;
    private static final int CORRUPTED_LENGTH = 200;
    private static final int OF_EACH_CORRUPTION = 3;
    private static final int OF_EACH_IN_INTERVALS = 20;
    private static final long SEED = Long.getLong("trace.seed", 1);

    @TempDir
    Path directory;

    /**
     * TLC takes each event of each sample, from the start of a run to its close, as the action that it names. Kills M75, M76
     * and the other mutants of TraceMutantsIT.
     */
    @Test
    void samples_whenJudgedByTlc_thenEachEventIsAnActionOfTheSpecification() throws Exception {
        CheckRun run = CheckRun.start("trace/Tlc/reference");
        List<TraceSample> samples = samples(SAMPLES, LENGTH);
        TraceJudge.Verdict verdict = Tlc.judge().judge(samples, Plans.SESSIONS, false);
        long refused = verdict.refusedAt().stream()
                .filter(at -> at != TraceJudge.ACCEPTED)
                .count();
        boolean few = verdict.events() < LEAST_EVENTS;
        run.finish(
                refused > 0 ? Outcome.VIOLATED : few ? Outcome.BROKEN : Outcome.HELD,
                Effort.of("events", verdict.events())
                        .and("traces", samples.size())
                        .and("states", verdict.states()),
                null,
                refused > 0 ? "refused at, trace by trace (0: accepted): " + verdict.refusedAt() : null);
    }

    private List<TraceSample> samples(int count, int length) throws Exception {
        RecordedRun recorded = RecordedRun.of(
                Plans.plan(directory, IOS, 64, 32, SEED),
                WorkerSeams.reference(),
                new EventRecorder(ROWS),
                probe -> new ScheduleNoise(probe, 4),
                Plans.BOUND_SECONDS);
        TraceSampler sampler = new TraceSampler(recorded.trace().size(), count, length);
        WitnessChecker.Judgement judgement =
                new WitnessChecker(recorded.start(new TraceCoverage())).judge(recorded.trace(), sampler);
        if (!judgement.accepted()) {
            throw new AssertionError(judgement.inWords());
        }
        return sampler.samples();
    }

    /** A corrupted sample, and at which event each judge refused it; 0 if it did not. */
    private record Row(Corruption corruption, Corruption.Corrupted corrupted, int byWitness, int byTlc) {
        boolean isRight(int refusedAt) {
            return refusedAt >= corrupted.first() && refusedAt <= corrupted.last();
        }
    }

    /** Each mistake that a recording could have is refused by both judges, at the same event, and at the right one. */
    @Test
    void samples_whenCorrupted_thenBothJudgesRefuseTheRightEvent() throws Exception {
        CheckRun witness = CheckRun.start("trace/Corruptions/WitnessChecker");
        CheckRun tlc = CheckRun.start("trace/Corruptions/Tlc");
        List<Row> rows = judgeBoth(
                corrupted(List.of(Corruption.values()), samples(CORRUPTED_FROM, CORRUPTED_LENGTH), OF_EACH_CORRUPTION));
        print(rows);
        finish(
                witness,
                rows,
                rows.stream().filter(row -> !row.isRight(row.byWitness())).toList());
        finish(
                tlc,
                rows,
                rows.stream()
                        .filter(row -> !row.isRight(row.byTlc()) || row.byTlc() != row.byWitness())
                        .toList());
    }

    /**
     * A judge that may put overlapping events into any order still refuses the mistakes: the same ones, in the intervals of the
     * run. Kills: a judge that explains everything by the order.
     */
    @Test
    void samples_whenCorruptedInTheirIntervals_thenTheWitnessCheckerRefuses() throws Exception {
        CheckRun run = CheckRun.start("trace/CorruptionsInIntervals/WitnessChecker");
        List<TraceSample> samples = samples(CORRUPTED_FROM, CORRUPTED_LENGTH);
        for (TraceSample sample : samples) {
            if (!sample.judgeInIntervals().accepted()) {
                throw new AssertionError(sample.judgeInIntervals().inWords());
            }
        }
        long refused = 0;
        List<String> missed = new ArrayList<>();
        List<Corruption> kinds = Arrays.stream(Corruption.values())
                .filter(Corruption::keepsNumbers)
                .toList();
        for (Map.Entry<Corruption, List<Corruption.Corrupted>> kind :
                corrupted(kinds, samples, OF_EACH_IN_INTERVALS).entrySet()) {
            long seen = kind.getValue().stream()
                    .filter(each -> !each.sample().judgeInIntervals().accepted())
                    .count();
            refused += seen;
            // One may be explained by an order of steps that overlap, which is no mistake of the judge.
            if (seen < OF_EACH_IN_INTERVALS - 1) {
                missed.add(kind.getKey() + ": " + seen + " of " + OF_EACH_IN_INTERVALS);
            }
        }
        run.finish(
                missed.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("refused", refused).and("corruptions", kinds.size()).and("of each", OF_EACH_IN_INTERVALS),
                null,
                missed.isEmpty() ? null : "refused only " + missed);
    }

    private static Map<Corruption, List<Corruption.Corrupted>> corrupted(
            List<Corruption> kinds, List<TraceSample> samples, int ofEach) {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Corruption, List<Corruption.Corrupted>> all = new EnumMap<>(Corruption.class);
        for (Corruption corruption : kinds) {
            List<Corruption.Corrupted> some = samples.stream()
                    .flatMap(sample -> corruption.applyTo(sample, random).stream())
                    .limit(ofEach)
                    .toList();
            if (some.size() < ofEach) {
                throw new AssertionError("the samples have no place for " + corruption);
            }
            all.put(corruption, some);
        }
        return all;
    }

    private static List<Row> judgeBoth(Map<Corruption, List<Corruption.Corrupted>> all) throws Exception {
        List<TraceSample> samples = all.values().stream()
                .flatMap(List::stream)
                .map(Corruption.Corrupted::sample)
                .toList();
        List<Integer> byTlc = Tlc.judge().judge(samples, Plans.SESSIONS, true).refusedAt();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Corruption, List<Corruption.Corrupted>> kind : all.entrySet()) {
            for (Corruption.Corrupted corrupted : kind.getValue()) {
                WitnessChecker.Judgement judgement = corrupted.sample().judge();
                int byWitness = judgement.accepted() ? TraceJudge.ACCEPTED : (int) judgement.events() + 1;
                rows.add(new Row(kind.getKey(), corrupted, byWitness, byTlc.get(rows.size())));
            }
        }
        return rows;
    }

    private static void print(List<Row> rows) {
        System.out.printf("%-16s %12s %15s %6s%n", "corruption", "expected at", "witness checker", "TLC");
        for (Row row : rows) {
            String expected = row.corrupted().first()
                    + (row.corrupted().last() == row.corrupted().first()
                            ? ""
                            : ".." + row.corrupted().last());
            System.out.printf("%-16s %12s %15d %6d%n", row.corruption(), expected, row.byWitness(), row.byTlc());
        }
    }

    private static void finish(CheckRun run, List<Row> rows, List<Row> wrong) {
        run.finish(
                wrong.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("corruptions", Corruption.values().length)
                        .and("traces", rows.size())
                        .and("seed", Long.toString(SEED)),
                null,
                wrong.isEmpty()
                        ? null
                        : wrong.size() + " were not refused at the right event, such as " + wrong.get(0));
    }
}
