package dev.latchwork.trace;

import static org.junit.jupiter.api.Assertions.assertNull;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.AbstractState;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.nemesis.MixedPlan;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
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

    private static final Set<Long> REACHABLE = reachable();

    @TempDir
    Path directory;

    /**
     * The runs come to many of the states that the model reaches, and each that they do not come to is named. Kills M160,
     * below.
     */
    @Test
    void states_whenComparedWithTheReachableOnes_thenManySeen() throws Exception {
        CheckRun run = CheckRun.start("trace/AbstractStates/reference");
        Set<Long> seen = new TreeSet<>();
        EventRecorder recorder = new EventRecorder(ROWS);
        String fault = null;
        for (int i = 1; i <= RUNS && fault == null; i++) {
            Path folder = Files.createDirectory(directory.resolve("run" + i));
            fault = see(Plans.small(folder, IOS, i), new ScheduleNoise(recorder, 1), recorder, seen);
        }
        Set<Long> both = reachedOf(seen);
        Set<Long> unseen = new TreeSet<>(REACHABLE);
        unseen.removeAll(seen);
        Reported.nameUnreached(unseen.stream().map(AbstractState::text).toList());
        Reported.add(Map.of(
                "states",
                Map.of(
                        "seen", both.size(),
                        "reachable", REACHABLE.size(),
                        "beyond the model's budgets", seen.size() - both.size())));
        finish(run, seen, fault, Reported.folder().resolve("coverage").resolve("unreached-states.txt"));
    }

    /** M160: a run to which nothing happens sees few states, and is said to. */
    @Test
    void states_whenNemesisDoesNothing_thenTooFew() throws Exception {
        CheckRun run = CheckRun.start("trace/AbstractStates/M160");
        Set<Long> seen = new TreeSet<>();
        EventRecorder recorder = new EventRecorder(ROWS);
        Path folder = Files.createDirectory(directory.resolve("calm"));
        String refused = see(Plans.calm(folder, IOS, 2, 1), recorder, recorder, seen);
        assertNull(refused, "the run is no step of the protocol, so that its states say nothing");
        finish(run, seen, null, null);
    }

    /** Runs, and adds the states that the run came to; returns why an event was refused, or null. */
    private static String see(MixedPlan plan, Probe probe, EventRecorder recorder, Set<Long> seen)
            throws IOException, InterruptedException, RecordedRun.Unfinished {
        RecordedRun recorded =
                RecordedRun.of(plan, WorkerSeams.reference(), recorder, ignored -> probe, Plans.BOUND_SECONDS);
        WitnessChecker.Judgement judgement = new WitnessChecker(recorded.start(new TraceCoverage()))
                .judge(recorded.trace(), (event, state) -> seen.add(AbstractState.of(state)));
        return judgement.reason() == null ? null : judgement.inWords();
    }

    private static Set<Long> reachedOf(Set<Long> seen) {
        Set<Long> both = new TreeSet<>(seen);
        both.retainAll(REACHABLE);
        return both;
    }

    private static void finish(CheckRun run, Set<Long> seen, String refused, Path witness) {
        int reached = reachedOf(seen).size();
        String fault = refused == null && reached < LEAST_SEEN
                ? reached + " states were seen, fewer than " + LEAST_SEEN
                : refused;
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", reached).and("of", REACHABLE.size()).and("beyond", seen.size() - reached),
                witness,
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
