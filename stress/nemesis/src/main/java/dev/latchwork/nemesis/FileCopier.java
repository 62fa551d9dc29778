package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies a file through the worker method: several sessions at once read and write it extent by extent, in batches of
 * small and of large blocks, while reopens fail and workers are interrupted and the pool is resized. Each failure that a
 * session finds is retried.
 */
final class FileCopier implements PlannedRun<CopyOutcome> {
    /** Bytes that one session copies before it takes the next extent; its blocks are all small or all large. */
    private static final int EXTENT = 4 << 20;

    private static final int SMALL_BLOCK = 8 << 10;
    private static final int LARGE_BLOCK = 128 << 10;

    private final CopyPlan plan;
    private final WorkerSeams seams;

    FileCopier(CopyPlan plan, WorkerSeams seams) {
        this.plan = plan;
        this.seams = seams;
    }

    /**
     * Copies and compares.
     *
     * @param boundSeconds after which a copy that has not ended counts as hung
     * @throws TimeoutException if an I/O did not complete within the bound
     * @throws ExecutionException if a session failed, for example because the instance did
     */
    @Override
    public CopyOutcome run(long boundSeconds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long size = Files.size(plan.source());
        Files.deleteIfExists(plan.copy());
        ReopenFaults faults = new ReopenFaults(seams.probe(), plan.seed(), plan.reopenFailureShare());
        AioSettings settings =
                AioSettings.defaults().withIoWorkers(plan.ioWorkers()).withIoWorkerQueueSize(plan.queueSize());
        long start = System.nanoTime();
        Aio aio = AioInstance.start(settings, seams.withProbe(faults));
        PoolNemesis nemesis = new PoolNemesis(
                aio,
                plan.seed(),
                plan.interruptEvery(),
                plan.resizeEvery(),
                Math.min(2 * plan.ioWorkers(), AioSettings.MAX_IO_WORKERS));
        List<ExtentCopier> copiers = copy(aio, nemesis, size, start + TimeUnit.SECONDS.toNanos(boundSeconds));
        SessionThreads.close(aio, start + TimeUnit.SECONDS.toNanos(boundSeconds));
        AioStatistics statistics = aio.statistics();
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return new CopyOutcome(
                size,
                copiers.stream().mapToLong(ExtentCopier::reads).sum(),
                copiers.stream().mapToLong(ExtentCopier::writes).sum(),
                faults.injected(),
                copiers.stream().mapToLong(ExtentCopier::failures).sum(),
                nemesis.interrupts(),
                nemesis.resizes(),
                digest(plan.source()),
                digest(plan.copy()),
                statistics,
                seconds);
    }

    private List<ExtentCopier> copy(Aio aio, PoolNemesis nemesis, long size, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        FileTarget source = FileTarget.forReading(plan.source());
        FileTarget copy = FileTarget.forWriting(plan.copy());
        AtomicLong nextExtent = new AtomicLong();
        List<Callable<ExtentCopier>> sessions = new ArrayList<>();
        for (int i = 0; i < plan.sessions(); i++) {
            sessions.add(() -> {
                try (IoSession session = aio.openSession()) {
                    ExtentCopier copier = new ExtentCopier(session, source, copy, plan.batch(), LARGE_BLOCK, nemesis);
                    for (long extent = nextExtent.getAndIncrement();
                            extent * EXTENT < size;
                            extent = nextExtent.getAndIncrement()) {
                        int block = extent % 2 == 0 ? SMALL_BLOCK : LARGE_BLOCK;
                        copier.copy(extent * EXTENT, Math.min(size, (extent + 1) * EXTENT), block);
                    }
                    return copier;
                }
            });
        }
        return SessionThreads.runAll(sessions, deadline);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
