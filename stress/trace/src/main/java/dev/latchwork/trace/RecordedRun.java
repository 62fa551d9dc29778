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
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * A run of mixed I/Os under every nemesis, and everything that was recorded of it. Immutable.
 *
 * @param plan what was run
 * @param outcome what came of it, as sessions and counters tell
 * @param trace its events
 */
public record RecordedRun(MixedPlan plan, MixedOutcome outcome, RecordedTrace trace) {

    /**
     * Runs and records.
     *
     * @param recorder is cleared first
     * @param disturbance what stands between the code and the recorder, and passes every call on
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws TimeoutException if it hung
     * @throws ExecutionException if a session failed
     * @throws IllegalStateException if the recorder was full
     */
    public static RecordedRun of(
            MixedPlan plan,
            WorkerSeams seams,
            EventRecorder recorder,
            UnaryOperator<Probe> disturbance,
            long boundSeconds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        recorder.clear();
        MixedOutcome outcome = new MixedRun(plan, seams.withProbe(disturbance.apply(recorder))).run(boundSeconds);
        return new RecordedRun(plan, outcome, TraceOfRecording.of(recorder));
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
