package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioStatistics;
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

/**
 * Runs a {@link MixedPlan}: sessions read, write and compare blocks of real files while every nemesis acts at once. Then
 * the blocks on disk are compared, and the counts of sessions, workers and nemeses with each other.
 */
public final class MixedRun implements PlannedRun {
    private final MixedPlan plan;
    private final WorkerSeams seams;

    /** A run of this plan on an instance with these parts; what {@code seams} watches is watched. */
    public MixedRun(MixedPlan plan, WorkerSeams seams) {
        this.plan = plan;
        this.seams = seams;
    }

    /**
     * Runs and compares.
     *
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws TimeoutException if an I/O did not complete within the bound
     * @throws ExecutionException if a session failed, for example because the instance did, or a block was not as it should
     */
    @Override
    public MixedOutcome run(long boundSeconds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        BlockFiles files = new BlockFiles(plan.directory());
        FileNemesis fileNemesis = new FileNemesis(files);
        ReopenFaults reopens = new ReopenFaults(seams.probe(), plan.seed(), plan.reopenFailureShare());
        ThreadStartFaults starts = new ThreadStartFaults(seams.threads(), plan.seed(), plan.startFailureShare());
        long begin = System.nanoTime();
        Aio aio = AioInstance.start(plan.settings(), seams.withProbe(reopens).withThreads(starts));
        PoolNemesis pool =
                new PoolNemesis(aio, plan.seed(), plan.interruptEvery(), plan.resizeEvery(), plan.largestPool());
        AtomicLong completions = new AtomicLong();
        List<BlockSession> sessions = new ArrayList<>();
        AtomicReferenceArray<WaitReference> published = new AtomicReferenceArray<>(plan.sessions());
        MixedNemesis nemesis = new MixedNemesis(plan, pool, fileNemesis);
        for (int number = 0; number < plan.sessions(); number++) {
            sessions.add(new BlockSession(plan, aio, files, nemesis, number, published, completions));
        }
        List<BlockSession.Tally> tallies =
                SessionThreads.runAll(sessions, begin + TimeUnit.SECONDS.toNanos(boundSeconds));
        aio.close();
        AioStatistics statistics = aio.statistics();
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        fileNemesis.giveBack();
        return new MixedOutcome(
                tallies,
                completions.get(),
                reopens.injected(),
                starts.injected(),
                pool.interrupts(),
                pool.resizes(),
                fileNemesis.removals(),
                fileNemesis.replacements(),
                contentFault(sessions),
                statistics,
                seconds);
    }

    private static String contentFault(List<BlockSession> sessions) throws IOException {
        for (BlockSession session : sessions) {
            String fault = session.faultOnDisk();
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }
}
