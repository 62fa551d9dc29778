package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The replaceable parts of the worker method, each with one shipped implementation.
 *
 * @param newQueue makes the submission queue from {@code io_worker_queue_size}
 * @param newIdleSet makes the idle set
 * @param newLatch makes a slot's latch
 * @param newWakeupPolicy makes what says how many peers a worker wakes
 * @param exitPolicy what a leaving worker does to the idle set
 * @param interruptPolicy where a worker serves an interrupt
 * @param slotPolicy how many slots the registry has
 * @param clock nanoseconds, as {@link System#nanoTime}; read only while workers die without use
 * @param threads makes the threads of workers and supervisor
 * @param probe called at every step
 */
public record WorkerSeams(
        IntFunction<SubmissionQueue> newQueue,
        Supplier<IdleWorkerSet> newIdleSet,
        Supplier<Latch> newLatch,
        Function<AioSettings, WakeupPolicy> newWakeupPolicy,
        ExitPolicy exitPolicy,
        InterruptPolicy interruptPolicy,
        SlotPolicy slotPolicy,
        LongSupplier clock,
        ThreadFactory threads,
        Probe probe) {

    /** What is shipped. */
    public static WorkerSeams reference() {
        return new WorkerSeams(
                SubmissionQueue::new,
                IdleWorkerSet::new,
                Latch::new,
                WakeupPolicy::of,
                ExitVariant.REFERENCE,
                InterruptVariant.REFERENCE,
                SlotPolicy.REFERENCE,
                System::nanoTime,
                WorkerSeams::daemon,
                Probe.OFF);
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        return thread;
    }

    public WorkerSeams withNewQueue(IntFunction<SubmissionQueue> value) {
        return new WorkerSeams(
                value,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withNewIdleSet(Supplier<IdleWorkerSet> value) {
        return new WorkerSeams(
                newQueue,
                value,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withNewLatch(Supplier<Latch> value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                value,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withWakeupPolicy(WakeupPolicy value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                settings -> value,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withExitPolicy(ExitPolicy value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                value,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withInterruptPolicy(InterruptPolicy value) {
        return new WorkerSeams(
                newQueue, newIdleSet, newLatch, newWakeupPolicy, exitPolicy, value, slotPolicy, clock, threads, probe);
    }

    public WorkerSeams withSlotPolicy(SlotPolicy value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                value,
                clock,
                threads,
                probe);
    }

    public WorkerSeams withClock(LongSupplier value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                value,
                threads,
                probe);
    }

    public WorkerSeams withThreads(ThreadFactory value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                value,
                probe);
    }

    public WorkerSeams withProbe(Probe value) {
        return new WorkerSeams(
                newQueue,
                newIdleSet,
                newLatch,
                newWakeupPolicy,
                exitPolicy,
                interruptPolicy,
                slotPolicy,
                clock,
                threads,
                value);
    }
}
