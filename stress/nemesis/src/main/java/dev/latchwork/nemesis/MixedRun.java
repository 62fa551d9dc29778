package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;

/**
 * Runs a {@link MixedPlan} and records it: sessions read and write blocks of real files while every nemesis acts at once. Then
 * the history of the blocks is judged, what is on disk included, and the counts of sessions, workers and nemeses are compared
 * with each other. For one run.
 */
public final class MixedRun implements PlannedRun<MixedOutcome> {
    /** The pool has as many workers as it is to have after so many seconds, or something is wrong. */
    private static final long SETTLE_BOUND_SECONDS = 30;

    private final MixedPlan plan;
    private final WorkerSeams seams;
    private final UnaryOperator<IoTarget> targets;
    private HistoryRecorder recorder;
    private RecordedHistory history;

    /** A run of this plan on an instance with these parts; what {@code seams} watches is watched. */
    public MixedRun(MixedPlan plan, WorkerSeams seams) {
        this(plan, seams, UnaryOperator.identity());
    }

    /** The same on files of which {@code targets} makes what is opened. */
    MixedRun(MixedPlan plan, WorkerSeams seams, UnaryOperator<IoTarget> targets) {
        this.plan = plan;
        this.seams = seams;
        this.targets = targets;
    }

    /**
     * Runs and compares.
     *
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws TimeoutException if an I/O did not complete within the bound
     * @throws ExecutionException if a session failed, for example because the instance did, or a block holds what belongs elsewhere
     */
    @Override
    public MixedOutcome run(long boundSeconds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        FaultyDevice device = new FaultyDevice(plan.faults().device(), plan.seed());
        BlockFiles files = new BlockFiles(plan.directory(), target -> device.on(targets.apply(target)));
        FileNemesis fileNemesis = new FileNemesis(files);
        recorder = new HistoryRecorder(plan, seams.probe());
        ReopenFaults reopens =
                new ReopenFaults(recorder.probe(), plan.seed(), plan.faults().reopenFailureShare());
        ThreadStartFaults starts = new ThreadStartFaults(
                seams.threads(), plan.seed(), plan.faults().startFailureShare());
        long begin = System.nanoTime();
        Aio aio = AioInstance.start(plan.settings(), seams.withProbe(reopens).withThreads(starts));
        PoolNemesis pool = new PoolNemesis(
                aio, plan.seed(), plan.faults().interruptEvery(), plan.faults().resizeEvery(), plan.largestPool());
        AtomicLong completions = new AtomicLong();
        List<BlockSession> sessions = new ArrayList<>();
        AtomicReferenceArray<WaitReference> published = new AtomicReferenceArray<>(plan.sessions());
        MixedNemesis nemesis = new MixedNemesis(plan, pool, fileNemesis);
        for (int number = 0; number < plan.sessions(); number++) {
            sessions.add(new BlockSession(
                    plan,
                    aio,
                    files,
                    nemesis,
                    number,
                    published,
                    completions,
                    recorder.moments(),
                    recorder.session(number)));
        }
        List<BlockSession.Tally> tallies =
                SessionThreads.runAll(sessions, begin + TimeUnit.SECONDS.toNanos(boundSeconds));
        String poolFault =
                pool.settle(plan.largestPool(), System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_BOUND_SECONDS));
        SessionThreads.close(aio, System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_BOUND_SECONDS));
        AioStatistics statistics = aio.statistics();
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        fileNemesis.giveBack();
        history = record(files);
        return new MixedOutcome(
                tallies,
                completions.get(),
                reopens.injected(),
                starts.injected(),
                pool.interrupts(),
                pool.resizes(),
                fileNemesis.removals(),
                fileNemesis.replacements(),
                device.shorts(),
                device.errors(),
                device.slows(),
                poolFault,
                history,
                HistoryJudgement.of(history),
                statistics,
                seconds);
    }

    private RecordedHistory record(BlockFiles files) throws IOException, ExecutionException {
        try {
            return recorder.history(files);
        } catch (BlockContent.TornOrMisplaced e) {
            throw new ExecutionException(e);
        }
    }

    /** What was recorded; of a run that hangs or has failed, as far as it came. After {@link #run}. */
    public RecordedHistory history() {
        return history != null ? history : recorder.historyOfHung();
    }
}
