package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import java.nio.ByteBuffer;

/**
 * The shipped classes of the worker method under the hand of a test: nothing runs but the steps that the test takes, in
 * one thread. So an interleaving is written down as the list of its steps.
 */
final class Protocol implements HandleOwner {
    final WorkerControl control;
    final HandleTable handles;
    final InstanceFailure failure = new InstanceFailure();
    final Latch poolChanged = new Latch();
    final IdleWorkerSet idle = new IdleWorkerSet();
    final WorkerRegistry registry;
    final SubmissionQueue queue;
    private final WorkerSeams seams;
    private int used;
    private int steps;

    Protocol(int poolSize, int queueSize, int ios, ExitPolicy exitPolicy) {
        this(poolSize, queueSize, ios, WorkerSeams.reference().withExitPolicy(exitPolicy));
    }

    Protocol(int poolSize, int queueSize, int ios, WorkerSeams seams) {
        this.seams = seams;
        handles = new HandleTable(1, ios);
        queue = seams.newQueue().apply(queueSize);
        registry = new WorkerRegistry(seams.slotPolicy().allocated(poolSize), seams.newLatch());
        control =
                new WorkerControl(queue, idle, registry, AioSettings.defaults().withIoWorkers(poolSize), seams);
    }

    /** Starts a worker and lets it register: it stands at CHECK_INTERRUPTS. */
    IoWorker start() {
        if (!control.startWorker()) {
            throw new AssertionError("the pool has its size");
        }
        IoWorker worker = new IoWorker(control, handles, failure, poolChanged, seams);
        step(worker);
        return worker;
    }

    /** Takes one step of a worker. */
    void step(IoWorker worker) {
        worker.step();
        steps++;
    }

    /** Steps a worker until it stands at a point. */
    void run(IoWorker worker, IoWorker.Point to) {
        for (int taken = 0; worker.point() != to; taken++) {
            if (taken > 50) {
                throw new AssertionError("the worker does not reach " + to + ", it is at " + worker.point());
            }
            step(worker);
        }
    }

    /** Steps of workers taken so far. */
    int steps() {
        return steps;
    }

    /** A worker that has looked, found nothing and waits. */
    IoWorker startIdle() {
        IoWorker worker = start();
        run(worker, IoWorker.Point.AWAIT);
        return worker;
    }

    /** NoLostWakeup violated: I/Os are queued, every registered worker waits, and no latch is set; nothing is owed here. */
    boolean isWakeupLost() {
        if (queue.depth() == 0) {
            return false;
        }
        for (int slot = 0; slot < registry.slots(); slot++) {
            IoWorker worker = registry.worker(slot);
            if (worker != null
                    && (worker.point() != IoWorker.Point.AWAIT
                            || registry.slotLatch(slot).isSet())) {
                return false;
            }
        }
        return registry.registered() > 0;
    }

    /** Submits the next {@code count} handles, as one-byte reads: one batch, all steps of its submitter. */
    void submit(int count) {
        Handle[] batch = new Handle[count];
        for (int i = 0; i < count; i++) {
            Handle handle = handles.get(used++);
            handle.setOwner(this);
            handle.handOut(new IoResult());
            handle.startRead(new Reopenable(), ByteBuffer.allocate(1), 0);
            batch[i] = handle;
        }
        new WorkerSubmitter(
                        control,
                        0,
                        handle -> SynchronousExecution.openAndPerform(handle, new OpenTargets(1)),
                        seams.probe())
                .submit(batch, count);
    }

    @Override
    public void openTarget(IoTarget target) {
        // The issuer side is not what is tested here.
    }

    @Override
    public void stage(Handle handle) {
        handle.stage();
    }

    /** As the owner of its handles. */
    @Override
    public String toString() {
        return "session 0";
    }

    /** Memory that a worker may open: the worker's side of the protocol does not ask. */
    private record Reopenable() implements IoTarget {
        @Override
        public OpenTarget open() {
            return new MemoryTarget(ByteBuffer.allocate(8)).open();
        }

        @Override
        public boolean canReopen() {
            return true;
        }

        @Override
        public String describe() {
            return "memory";
        }
    }
}
