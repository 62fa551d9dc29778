package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;

/**
 * The worker method: puts submission queue, idle set, registry, supervisor and workers together (PostgreSQL:
 * {@code pgaio_worker_ops}). Thread-safe.
 */
public final class WorkerMethod implements MethodOperations {
    private final WorkerControl control;
    private final WorkerSupervisor supervisor;
    private final Thread supervisorThread;
    private final WorkerSeams seams;
    private final InstanceFailure failure;
    private final Latch poolChanged;

    /** Starts the supervisor, which starts the workers. */
    public WorkerMethod(AioSettings settings, HandleTable handles, InstanceFailure failure, WorkerSeams seams) {
        this.seams = seams;
        this.failure = failure;
        poolChanged = seams.newSupervisorLatch().get();
        control = new WorkerControl(
                seams.newQueue().apply(settings.ioWorkerQueueSize()),
                seams.newIdleSet().get(),
                seams.newRegistry().apply(seams.slotPolicy().allocated(settings.ioWorkers()), seams.newLatch()),
                settings,
                seams);
        supervisor = new WorkerSupervisor(
                control,
                () -> seams.newWorker().make(control, handles, failure, poolChanged, seams),
                seams,
                failure,
                poolChanged);
        failure.onRaise(control::wakeAll);
        failure.onRaise(poolChanged::set);
        supervisorThread = seams.threads().newThread(supervisor);
        supervisorThread.setName("io worker supervisor");
        supervisorThread.start();
    }

    @Override
    public boolean needsSynchronousExecution(Handle handle) {
        return handle.referencesLocal() || !handle.target().canReopen();
    }

    @Override
    public Submitter newSubmitter(int session, SynchronousPerformer performer) {
        return seams.newSubmitter().make(control, session, performer, seams.probe());
    }

    /** Changes the size of the pool, 1 to 32. */
    public void reload(int ioWorkers) {
        AioSettings.checkIoWorkers(ioWorkers);
        control.reload(ioWorkers);
        poolChanged.set();
    }

    /** Asks one worker to exit; see {@link dev.latchwork.aio.Aio#interruptWorker}. */
    public boolean interrupt(int worker) {
        return control.interrupt(worker);
    }

    public AioStatistics statistics() {
        return control.statistics();
    }

    /**
     * Ends the workers, then the supervisor, and waits for both.
     *
     * @throws AioException if an I/O was left in the queue, which the sessions' own waiting rules out
     */
    @Override
    public void close() {
        beginClose();
        joinSupervisor();
        int depth = control.depth();
        if (depth != 0 && !failure.isRaised()) {
            throw new AioException("submission queue holds " + depth + " I/Os at shutdown");
        }
    }

    /** Reload to a pool of none, for good: every worker ends, then the supervisor. Does not wait for them. */
    void beginClose() {
        control.reload(0);
        supervisor.close();
    }

    /** What the threads share. */
    WorkerControl control() {
        return control;
    }

    private void joinSupervisor() {
        boolean interrupted = false;
        while (true) {
            try {
                supervisorThread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
