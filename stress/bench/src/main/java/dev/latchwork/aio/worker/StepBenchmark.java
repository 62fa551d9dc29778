package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The steps of the protocol and nothing else: one submitter and one worker, the shipped classes, stepped by one thread on a
 * target that transfers nothing. No wakeup is a system call, so what a step costs is not lost in what a scheduler does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepBenchmark implements HandleOwner {
    private static final int BATCH = 8;

    private final IoTarget target = new Nothing();
    private final ByteBuffer buffer = ByteBuffer.allocate(1);
    private final IoResult result = new IoResult();
    private final Handle[] staged = new Handle[BATCH];
    private HandleTable handles;
    private WorkerSubmitter submitter;
    private IoWorker worker;
    private int count;

    /** One registered worker that has looked and found nothing. */
    @Setup(Level.Trial)
    public void start() {
        WorkerSeams seams = WorkerSeams.reference();
        AioSettings settings = AioSettings.defaults().withIoWorkers(1);
        WorkerControl control = new WorkerControl(
                seams.newQueue().apply(settings.ioWorkerQueueSize()),
                seams.newIdleSet().get(),
                new WorkerRegistry(1, seams.newLatch()),
                settings,
                seams);
        handles = new HandleTable(1, BATCH);
        for (int i = 0; i < BATCH; i++) {
            handles.get(i).setOwner(this);
        }
        submitter = new WorkerSubmitter(control, 0, this::performSynchronously, seams.probe());
        control.startWorker();
        worker = new IoWorker(control, handles, new InstanceFailure(), new Latch(), seams);
        runWorker();
    }

    private void runWorker() {
        do {
            worker.step();
        } while (worker.point() != IoWorker.Point.AWAIT);
    }

    /** A batch from its definition to its reclaim: for each I/O, a share of one submit and five steps of the worker. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int batch() {
        count = 0;
        for (int i = 0; i < BATCH; i++) {
            Handle handle = handles.get(i);
            handle.handOut(result);
            handle.startRead(target, buffer.clear(), 0);
        }
        submitter.submit(staged, BATCH);
        runWorker();
        for (int i = 0; i < BATCH; i++) {
            handles.get(i).reclaim();
        }
        return result.hashCode();
    }

    @Override
    public void openTarget(IoTarget opened) {
        // The issuer's own open file is not part of the protocol.
    }

    @Override
    public void stage(Handle handle) {
        handle.stage();
        staged[count++] = handle;
    }

    /** The queue has room for all. */
    private void performSynchronously(Handle handle) {
        throw new IllegalStateException(handle + " did not fit");
    }

    private record Nothing() implements IoTarget {
        @Override
        public OpenTarget open() {
            return new OpenTarget() {
                @Override
                public int read(ByteBuffer into, long offset) {
                    return into.remaining();
                }

                @Override
                public int write(ByteBuffer from, long offset) {
                    return from.remaining();
                }

                @Override
                public void close() {
                    // Nothing is held.
                }
            };
        }

        @Override
        public boolean canReopen() {
            return true;
        }

        @Override
        public String describe() {
            return "nothing";
        }
    }
}
