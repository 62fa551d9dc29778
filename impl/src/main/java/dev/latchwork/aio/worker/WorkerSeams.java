package dev.latchwork.aio.worker;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The replaceable parts of the worker method, each with one shipped implementation.
 *
 * @param newQueue makes the submission queue from {@code io_worker_queue_size}
 * @param newIdleSet makes the idle set
 * @param newLatch makes a slot's latch
 * @param wakeupPolicy how many peers a worker wakes
 * @param exitPolicy what a leaving worker does to the idle set
 * @param threads makes the threads of workers and supervisor
 * @param probe called at every step
 */
public record WorkerSeams(
        IntFunction<SubmissionQueue> newQueue,
        Supplier<IdleWorkerSet> newIdleSet,
        Supplier<Latch> newLatch,
        WakeupPolicy wakeupPolicy,
        ExitPolicy exitPolicy,
        ThreadFactory threads,
        Probe probe) {

    /** What is shipped. */
    public static WorkerSeams reference() {
        return new WorkerSeams(
                SubmissionQueue::new,
                IdleWorkerSet::new,
                Latch::new,
                WakeupPolicy.FAN_OUT,
                ExitVariant.REFERENCE,
                WorkerSeams::daemon,
                Probe.OFF);
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        return thread;
    }

    public WorkerSeams withNewQueue(IntFunction<SubmissionQueue> value) {
        return new WorkerSeams(value, newIdleSet, newLatch, wakeupPolicy, exitPolicy, threads, probe);
    }

    public WorkerSeams withNewLatch(Supplier<Latch> value) {
        return new WorkerSeams(newQueue, newIdleSet, value, wakeupPolicy, exitPolicy, threads, probe);
    }

    public WorkerSeams withWakeupPolicy(WakeupPolicy value) {
        return new WorkerSeams(newQueue, newIdleSet, newLatch, value, exitPolicy, threads, probe);
    }

    public WorkerSeams withExitPolicy(ExitPolicy value) {
        return new WorkerSeams(newQueue, newIdleSet, newLatch, wakeupPolicy, value, threads, probe);
    }

    public WorkerSeams withThreads(ThreadFactory value) {
        return new WorkerSeams(newQueue, newIdleSet, newLatch, wakeupPolicy, exitPolicy, value, probe);
    }

    public WorkerSeams withProbe(Probe value) {
        return new WorkerSeams(newQueue, newIdleSet, newLatch, wakeupPolicy, exitPolicy, threads, value);
    }
}
