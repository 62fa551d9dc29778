package dev.latchwork.bench.engine;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.IoWakeupPolicy;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import java.nio.ByteBuffer;

/** The worker method with its default settings but for the pool's size and the wakeup policy. Thread-safe. */
final class WorkerMethodEngine implements Engine {
    private final AioInstance aio;
    private final IoTarget target;
    private final int batch;

    WorkerMethodEngine(IoTarget target, int workers, int batch, IoWakeupPolicy policy) {
        this.target = target;
        this.batch = batch;
        aio = AioInstance.start(AioSettings.defaults().withIoWorkers(workers).withIoWorkerWakeupPolicy(policy));
    }

    @Override
    public Lane openLane() {
        return new SessionLane(aio.openSession(), target, batch);
    }

    @Override
    public EngineCounts counts() {
        AioStatistics statistics = aio.statistics();
        return new EngineCounts(
                statistics.synchronousFallbacks(),
                statistics.submitterWakeups(),
                statistics.submitterWakeups() + statistics.workerWakeups() + statistics.handOvers(),
                statistics.uselessWakeups());
    }

    @Override
    public void close() {
        aio.close();
    }

    private static final class SessionLane implements Lane {
        private final IoSession session;
        private final IoTarget target;
        private final ByteBuffer[] buffers;
        private final IoResult[] results;
        private final WaitReference[] references;

        SessionLane(IoSession session, IoTarget target, int batch) {
            this.session = session;
            this.target = target;
            buffers = new ByteBuffer[batch];
            results = new IoResult[batch];
            references = new WaitReference[batch];
            for (int block = 0; block < batch; block++) {
                buffers[block] = ByteBuffer.allocateDirect(Workload.BLOCK);
                results[block] = new IoResult();
                references[block] = new WaitReference();
            }
        }

        @Override
        public void submit() {
            session.enterBatchMode();
            for (int block = 0; block < results.length; block++) {
                IoHandle handle = session.acquire(results[block]);
                handle.reference(references[block]);
                handle.startRead(target, buffers[block].clear(), (long) block * Workload.BLOCK);
            }
            session.exitBatchMode();
        }

        @Override
        public void awaitAll() {
            for (int block = results.length - 1; block >= 0; block--) {
                session.await(references[block]);
                if (results[block].status() != IoResult.Status.OK) {
                    throw new IllegalStateException("read of block " + block + ": " + results[block]);
                }
            }
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
