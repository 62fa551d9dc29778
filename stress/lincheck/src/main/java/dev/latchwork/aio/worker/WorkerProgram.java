package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.lincheck.OneByteTarget;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One life of the shipped worker method, short enough for a controlled scheduler: workers on threads of their own, one
 * submitter that submits a batch and waits for it, then the end. It returns when every I/O has completed once and every
 * worker has ended, throws when something went wrong, and hangs when an I/O or a wakeup was lost.
 *
 * <p>There is no supervisor: a worker that leaves is not replaced, so a wakeup that it takes along stays lost.
 */
public final class WorkerProgram implements HandleOwner {
    private static final int QUEUE_SIZE = 4;

    private final InstanceFailure failure = new InstanceFailure();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger transfers = new AtomicInteger();
    private final OneByteTarget target = new OneByteTarget() {
        @Override
        public int read(ByteBuffer buffer, long offset) {
            transfers.incrementAndGet();
            return super.read(buffer, offset);
        }
    };

    private final Supplier<Latch> ownLatch;
    private final SubmissionQueue queue;
    private final WorkerControl control;
    private final HandleTable handles;
    private final WorkerSubmitter submitter;

    /**
     * Sets the scene.
     *
     * @param seams the parts under test; their latches must block in a way that the scheduler sees
     * @param ownLatch makes the latches of those who are not under test
     * @param workers workers, all registered
     * @param ios I/Os in the one batch that is submitted, 1 to 3
     */
    public WorkerProgram(WorkerSeams seams, Supplier<Latch> ownLatch, int workers, int ios) {
        this.ownLatch = ownLatch;
        queue = seams.newQueue().apply(QUEUE_SIZE);
        handles = new HandleTable(1, ios);
        control = new WorkerControl(
                queue,
                seams.newIdleSet().get(),
                new WorkerRegistry(workers, seams.newLatch()),
                AioSettings.defaults().withIoWorkers(workers),
                seams);
        submitter = new WorkerSubmitter(control, 0, this::performSynchronously, seams.probe());
        failure.onRaise(this::wakeWaiters);
        Latch poolChanged = ownLatch.get();
        for (int i = 0; i < workers; i++) {
            control.startWorker();
            IoWorker worker = new IoWorker(control, handles, failure, poolChanged, seams);
            // Register here, so that the scheduler spends its switches on what comes after.
            worker.step();
            threads.add(new Thread(worker));
        }
    }

    /** Submits to workers that look for work, go to sleep or sleep. */
    public void submitAndWait() {
        startWorkers();
        submitAll();
        awaitAll();
        end();
    }

    /** The same, while the worker that every submitter would choose first has been asked to exit. */
    public void submitWhileWorkerLeaves() {
        startWorkers();
        control.interrupt(0);
        submitAll();
        awaitAll();
        end();
    }

    private void startWorkers() {
        threads.forEach(Thread::start);
    }

    private void submitAll() {
        Handle[] batch = new Handle[handles.size()];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = handles.get(i);
            batch[i].setOwner(this);
            batch[i].handOut(new IoResult());
            batch[i].startRead(target, ByteBuffer.allocate(1), 0);
        }
        submitter.submit(batch, batch.length);
    }

    /**
     * Waits as {@code IoWaiter} does, on a latch that the scheduler sees. A worker that died of something else than a lost
     * wakeup ends the wait, as it does of an instance: a program that then waited for ever would pass for a deadlock.
     */
    private void awaitAll() {
        for (int i = 0; i < handles.size(); i++) {
            Handle handle = handles.get(i);
            Waiter waiter = new Waiter(ownLatch.get());
            handle.completed().prepareToSleep(waiter);
            while (!handle.state().isCompleted() && !failure.isRaised()) {
                handle.completed().sleep(waiter);
            }
            handle.completed().cancelSleep(waiter);
        }
    }

    private void wakeWaiters() {
        for (int i = 0; i < handles.size(); i++) {
            handles.get(i).completed().broadcast();
        }
    }

    private void end() {
        for (int slot = 0; slot < threads.size(); slot++) {
            control.interrupt(slot);
        }
        threads.forEach(WorkerProgram::join);
        // A thread of the program that throws does so in silence; the instance's failure is where it shows.
        failure.check();
        require(queue.depth() == 0, "the queue is not empty");
        require(transfers.get() == handles.size(), transfers + " transfers");
        for (int i = 0; i < handles.size(); i++) {
            Handle handle = handles.get(i);
            require(handle.state() == HandleState.COMPLETED_SHARED && handle.result() == 1, handle.toString());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a thread here", e);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private void performSynchronously(Handle handle) {
        SynchronousExecution.openAndPerform(handle, new OpenTargets(1));
    }

    @Override
    public void openTarget(IoTarget opened) {
        // The issuer needs no target of its own.
    }

    @Override
    public void stage(Handle handle) {
        handle.stage();
    }
}
