package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.model.trace.ReplayState;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.TraceEvent;
import dev.latchwork.model.trace.TraceSample;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.tla.recorded.TraceJudge;
import dev.latchwork.trace.mutants.TraceMutant;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of wrong code, which end well: nothing is lost, and still they take a step that the protocol does not have. */
class TraceMutantsIT {
    private static final long IOS = 60_000;
    private static final int ROWS = 1_500_000;
    /** How many runs a mutant may survive before the check says that it was not found. */
    private static final int RUNS = 5;
    /** Events before the refused one that TLC gets to see. */
    private static final int TAIL = 200;

    @TempDir
    Path directory;

    /** The last events of a run, up to the one that is refused, and the state before them. */
    private static final class LastEvents implements WitnessChecker.Witness {
        private final Deque<TraceEvent> events = new ArrayDeque<>();
        private ReplayState start;
        private long seen;
        private ReplayState middle;

        @Override
        public void next(TraceEvent event, ReplayState state) {
            if (seen % TAIL == 0) {
                remember(state);
            }
            seen++;
            events.addLast(event);
        }

        /** Keeps the events since the second last time that this was called. */
        private void remember(ReplayState state) {
            if (start == null) {
                start = state.copy();
            } else {
                if (middle != null) {
                    for (int i = 0; i < TAIL; i++) {
                        events.removeFirst();
                    }
                    start = middle;
                }
                middle = state.copy();
            }
        }

        TraceSample sample() {
            return new TraceSample(start, new ArrayList<>(events));
        }
    }

    /** Each mutant's run is refused by the witness checker, and its last events, up to the same event, by TLC. */
    @Test
    void events_whenTheCodeIsWrong_thenBothJudgesRefuseTheSameOne() throws Exception {
        Map<TraceMutant, TraceSample> found = new EnumMap<>(TraceMutant.class);
        for (TraceMutant mutant : TraceMutant.values()) {
            CheckRun run = CheckRun.start("trace/WitnessChecker/" + mutant.id());
            long events = 0;
            String refused = null;
            Path witness = null;
            for (int i = 1; i <= RUNS && refused == null; i++) {
                Path folder = Files.createDirectory(directory.resolve(mutant + "-" + i));
                RecordedRun recorded;
                try {
                    recorded = RecordedRun.of(
                            Plans.plan(folder, IOS, 64, 8, i),
                            mutant.seams(),
                            new EventRecorder(ROWS),
                            probe -> new ScheduleNoise(probe, 4),
                            20);
                } catch (RecordedRun.Unfinished e) {
                    // Found by others, and its recording has no end.
                    continue;
                }
                LastEvents last = new LastEvents();
                WitnessChecker.Judgement judgement =
                        new WitnessChecker(recorded.start(new TraceCoverage())).judge(recorded.trace(), last);
                events += judgement.events();
                if (!judgement.accepted()) {
                    events++;
                    refused = judgement.inWords();
                    found.put(mutant, last.sample());
                    witness = trace(run.check(), last.sample(), recorded.clock(), events);
                }
            }
            run.finish(
                    refused == null ? Outcome.HELD : Outcome.VIOLATED, Effort.of("events", events), witness, refused);
        }
        judgeByTlc(found);
    }

    /** The last events as a trace for the report. */
    private static Path trace(Check check, TraceSample last, RunClock clock, long events) throws IOException {
        return RecordedTimeline.of(
                        last,
                        clock,
                        check.id(),
                        check.subject(),
                        Plans.SESSIONS,
                        (events - last.events().size()) + " events before these are not in this trace.",
                        check.replay())
                .writeWithin(Reported.folder());
    }

    private static void judgeByTlc(Map<TraceMutant, TraceSample> found) throws Exception {
        Map<TraceMutant, CheckRun> runs = new EnumMap<>(TraceMutant.class);
        found.keySet().forEach(mutant -> runs.put(mutant, CheckRun.start("trace/Tlc/" + mutant.id())));
        List<TraceSample> samples = List.copyOf(found.values());
        List<Integer> refusedAt =
                Tlc.judge().judge(samples, Plans.SESSIONS, true).refusedAt();
        int which = 0;
        for (Map.Entry<TraceMutant, CheckRun> each : runs.entrySet()) {
            int at = refusedAt.get(which);
            int last = samples.get(which).events().size();
            which++;
            each.getValue()
                    .finish(
                            at == last ? Outcome.VIOLATED : at == TraceJudge.ACCEPTED ? Outcome.HELD : Outcome.BROKEN,
                            Effort.of("events", last),
                            null,
                            "refused at event " + at + " of " + last + ", "
                                    + samples.get(which - 1)
                                            .events()
                                            .get(last - 1)
                                            .text());
        }
    }
}
