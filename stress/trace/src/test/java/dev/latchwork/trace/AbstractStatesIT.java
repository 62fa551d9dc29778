package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.AbstractState;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs at small bounds, against every state that the model can reach there. */
class AbstractStatesIT {
    private static final int RUNS = 12;
    private static final long IOS = 60_000;
    private static final int ROWS = 1_500_000;

    /** Measured 3,014; half of that would say that the runs are no longer what they were. */
    private static final int LEAST_SEEN = 1500;

    @TempDir
    Path directory;

    /**
     * The runs come to many of the states that the model reaches, and each that they do not come to is named. Kills: runs in
     * which nothing overlaps.
     */
    @Test
    void states_whenComparedWithTheReachableOnes_thenManySeen() throws Exception {
        CheckRun run = CheckRun.start("trace/AbstractStates/reference");
        Set<Long> reachable = reachable();
        Set<Long> seen = new TreeSet<>();
        EventRecorder recorder = new EventRecorder(ROWS);
        String fault = null;
        for (int i = 1; i <= RUNS && fault == null; i++) {
            Path folder = Files.createDirectory(directory.resolve("run" + i));
            RecordedRun recorded = RecordedRun.of(
                    Plans.small(folder, IOS, i),
                    WorkerSeams.reference(),
                    recorder,
                    probe -> new ScheduleNoise(probe, 1),
                    Plans.BOUND_SECONDS);
            WitnessChecker.Judgement judgement = new WitnessChecker(recorded.start(new TraceCoverage()))
                    .judge(recorded.trace(), (event, state) -> seen.add(AbstractState.of(state)));
            fault = judgement.reason() == null ? null : judgement.inWords();
        }
        Set<Long> both = new TreeSet<>(seen);
        both.retainAll(reachable);
        Set<Long> unseen = new TreeSet<>(reachable);
        unseen.removeAll(seen);
        Reported.nameUnreached(unseen.stream().map(AbstractState::text).toList());
        Reported.add(Map.of(
                "states",
                Map.of(
                        "seen", both.size(),
                        "reachable", reachable.size(),
                        "beyond the model's budgets", seen.size() - both.size())));
        if (fault == null && both.size() < LEAST_SEEN) {
            fault = both.size() + " states were seen, fewer than " + LEAST_SEEN;
        }
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", both.size()).and("of", reachable.size()).and("beyond", seen.size() - both.size()),
                Reported.folder().resolve("coverage").resolve("unreached-states.txt"),
                fault);
    }

    /**
     * Two workers, two sessions, a queue of one. The budgets (three I/Os, two interrupts, a failed reopen, a reload) do not
     * bound a real run, so that one may come to states that are not among these.
     */
    private static Set<Long> reachable() {
        Bounds bounds = Bounds.builder()
                .workers(AbstractState.WORKERS)
                .submitters(2)
                .ios(3)
                .ringSize(2)
                .maxBatch(2)
                .reopenFailures(1)
                .interrupts(2)
                .reloads(1, 1, 2)
                .build();
        Exploration exploration = Explorer.explore(Protocol.of(bounds, Variant.REFERENCE), List.of());
        Set<Long> states = new TreeSet<>();
        for (int state = 0; state < exploration.distinct(); state++) {
            states.add(AbstractState.of(exploration.graph().state(state)));
        }
        return states;
    }
}
