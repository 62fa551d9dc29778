package dev.latchwork.trace;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.RecordedTrace;
import dev.latchwork.model.trace.ReplayState;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.nemesis.MixedOutcome;
import dev.latchwork.nemesis.MixedPlan;
import dev.latchwork.nemesis.MixedRun;
import dev.latchwork.nemesis.PlannedRun;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * A run of mixed I/Os under every nemesis, and everything that was recorded of it. Immutable.
 *
 * @param plan what was run
 * @param outcome what came of it, as sessions and counters tell
 * @param trace its events
 * @param clock when they were
 */
public record RecordedRun(MixedPlan plan, MixedOutcome outcome, RecordedTrace trace, RunClock clock) {

    /** A run that came to nothing, so that its recording has no end; the message says what is wrong with it. */
    public static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1;

        private Unfinished(String fault) {
            super(fault);
        }
    }

    /**
     * Runs and records.
     *
     * @param recorder is cleared first
     * @param disturbance what stands between the code and the recorder, and passes every call on
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws Unfinished if it hung, or the method failed under it
     * @throws IllegalStateException if the recorder was full, or the run itself broke
     */
    public static RecordedRun of(
            MixedPlan plan,
            WorkerSeams seams,
            EventRecorder recorder,
            UnaryOperator<Probe> disturbance,
            long boundSeconds)
            throws IOException, InterruptedException, Unfinished {
        recorder.clear();
        PlannedRun.End<MixedOutcome> end =
                new MixedRun(plan, seams.withProbe(disturbance.apply(recorder))).end(boundSeconds);
        if (end.outcome() == null) {
            throw new Unfinished(end.fault());
        }
        return new RecordedRun(plan, end.outcome(), TraceOfRecording.of(recorder), RunClock.of(recorder));
    }

    /** The protocol's state before the first event. */
    public ReplayState start(TraceCoverage coverage) {
        return start(plan.settings(), coverage);
    }

    /** The same, of a worker method that decides otherwise. */
    public ReplayState start(Variant variant, TraceCoverage coverage) {
        return start(variant, plan.settings(), coverage);
    }

    /** The protocol's state before the first event of a run with these settings. */
    static ReplayState start(AioSettings settings, TraceCoverage coverage) {
        return start(Variant.REFERENCE, settings, coverage);
    }

    private static ReplayState start(Variant variant, AioSettings settings, TraceCoverage coverage) {
        int ringSize = Integer.highestOneBit(settings.ioWorkerQueueSize() - 1) << 1;
        return new ReplayState(variant, AioSettings.MAX_IO_WORKERS, ringSize, settings.ioWorkers(), coverage);
    }
}
