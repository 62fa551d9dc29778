package dev.latchwork.bench;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An instance with the default settings but for its workers, and one session on it. Used by the benchmark's thread. */
@State(Scope.Benchmark)
public class WorkerInstance {
    /** Worker threads. */
    @Param({"1", "3", "8"})
    public int workers;

    private AioInstance aio;
    private IoSession session;
    private FileTarget target;
    private IoResult[] results;
    private WaitReference[] references;

    /** Starts the instance and opens the session. */
    @Setup(Level.Trial)
    public void start(CachedFile file) {
        aio = AioInstance.start(AioSettings.defaults().withIoWorkers(workers));
        session = aio.openSession();
        target = FileTarget.forReading(file.path());
        results = new IoResult[file.batch];
        references = new WaitReference[file.batch];
        for (int i = 0; i < file.batch; i++) {
            results[i] = new IoResult();
            references[i] = new WaitReference();
        }
    }

    /** Ends both. */
    @TearDown(Level.Trial)
    public void stop() {
        session.close();
        aio.close();
    }

    AioStatistics statistics() {
        return aio.statistics();
    }

    /** Reads all blocks of the file in one batch and waits for each. */
    void readAll(CachedFile file) {
        session.enterBatchMode();
        for (int i = 0; i < results.length; i++) {
            IoHandle handle = session.acquire(results[i]);
            handle.reference(references[i]);
            handle.startRead(target, file.buffer(i), (long) i * CachedFile.BLOCK);
        }
        session.exitBatchMode();
        for (int i = 0; i < results.length; i++) {
            session.await(references[i]);
            if (results[i].status() != IoResult.Status.OK) {
                throw new IllegalStateException("read of block " + i + ": " + results[i]);
            }
        }
    }
}
