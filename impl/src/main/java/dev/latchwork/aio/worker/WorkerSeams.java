package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The replaceable parts of the worker method, each with one shipped implementation. Immutable: each {@code with} method
 * gives a copy.
 */
public final class WorkerSeams {
    private IntFunction<SubmissionQueue> newQueue = SubmissionQueue::new;
    private Supplier<IdleWorkerSet> newIdleSet = IdleWorkerSet::new;
    private IntFunction<PoolAccount> newPoolAccount = PoolAccount::new;
    private BiFunction<Integer, Supplier<Latch>, WorkerRegistry> newRegistry = WorkerRegistry::new;
    private WorkerMaker newWorker = IoWorker::new;
    private SubmitterMaker newSubmitter = WorkerSubmitter::new;
    private Supplier<Latch> newLatch = Latch::new;
    private Supplier<Latch> newSupervisorLatch = Latch::new;
    private Function<AioSettings, WakeupPolicy> newWakeupPolicy = WakeupPolicy::of;
    private Supplier<QueueGate> newQueueGate = () -> QueueGate.OPEN;
    private RegisterPolicy registerPolicy = RegisterPolicy.IDLE_AT_ONCE;
    private ExitPolicy exitPolicy = ExitVariant.REFERENCE;
    private InterruptPolicy interruptPolicy = InterruptVariant.REFERENCE;
    private SlotPolicy slotPolicy = SlotPolicy.REFERENCE;
    private RetirePolicy retirePolicy = RetirePolicy.HIGHEST;
    private LongSupplier clock = System::nanoTime;
    private ThreadFactory threads = WorkerSeams::daemon;
    private Probe probe = Probe.OFF;

    /** Makes a worker; {@link IoWorker#IoWorker} is shipped. */
    @FunctionalInterface
    public interface WorkerMaker {
        IoWorker make(
                WorkerControl control,
                HandleTable handles,
                InstanceFailure failure,
                Latch poolChanged,
                WorkerSeams seams);
    }

    /** Makes the submitting side of a session; {@link WorkerSubmitter#WorkerSubmitter} is shipped. */
    @FunctionalInterface
    public interface SubmitterMaker {
        WorkerSubmitter make(WorkerControl control, int session, SynchronousPerformer performer, Probe probe);
    }

    private WorkerSeams() {}

    /** What is shipped. */
    public static WorkerSeams reference() {
        return new WorkerSeams();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        return thread;
    }

    /** Makes the submission queue from {@code io_worker_queue_size}. */
    public IntFunction<SubmissionQueue> newQueue() {
        return newQueue;
    }

    /** Makes the idle set. */
    public Supplier<IdleWorkerSet> newIdleSet() {
        return newIdleSet;
    }

    /** Makes the pool's account from {@code io_workers}. */
    public IntFunction<PoolAccount> newPoolAccount() {
        return newPoolAccount;
    }

    /** Makes the registry from the number of its slots and what makes their latches. */
    public BiFunction<Integer, Supplier<Latch>, WorkerRegistry> newRegistry() {
        return newRegistry;
    }

    /** Makes the workers. */
    public WorkerMaker newWorker() {
        return newWorker;
    }

    /** Makes the submitting sides. */
    public SubmitterMaker newSubmitter() {
        return newSubmitter;
    }

    /** Makes a slot's latch. */
    public Supplier<Latch> newLatch() {
        return newLatch;
    }

    /** Makes the latch that the supervisor waits on. */
    public Supplier<Latch> newSupervisorLatch() {
        return newSupervisorLatch;
    }

    /** Makes what says how many peers a worker wakes. */
    public Function<AioSettings, WakeupPolicy> newWakeupPolicy() {
        return newWakeupPolicy;
    }

    /** Makes what stands before the queue lock. */
    public Supplier<QueueGate> newQueueGate() {
        return newQueueGate;
    }

    /** Whether a worker is idle from its registration on. */
    public RegisterPolicy registerPolicy() {
        return registerPolicy;
    }

    /** What a leaving worker does to the idle set. */
    public ExitPolicy exitPolicy() {
        return exitPolicy;
    }

    /** Where a worker serves an interrupt. */
    public InterruptPolicy interruptPolicy() {
        return interruptPolicy;
    }

    /** How many slots the registry has. */
    public SlotPolicy slotPolicy() {
        return slotPolicy;
    }

    /** Which worker is asked to exit when the pool shrinks. */
    public RetirePolicy retirePolicy() {
        return retirePolicy;
    }

    /** Nanoseconds, as {@link System#nanoTime}; read only while workers die without use. */
    public LongSupplier clock() {
        return clock;
    }

    /** Makes the threads of workers and supervisor. */
    public ThreadFactory threads() {
        return threads;
    }

    /** Called at every step. */
    public Probe probe() {
        return probe;
    }

    public WorkerSeams withNewQueue(IntFunction<SubmissionQueue> value) {
        WorkerSeams copy = copy();
        copy.newQueue = value;
        return copy;
    }

    public WorkerSeams withNewIdleSet(Supplier<IdleWorkerSet> value) {
        WorkerSeams copy = copy();
        copy.newIdleSet = value;
        return copy;
    }

    public WorkerSeams withNewPoolAccount(IntFunction<PoolAccount> value) {
        WorkerSeams copy = copy();
        copy.newPoolAccount = value;
        return copy;
    }

    public WorkerSeams withNewRegistry(BiFunction<Integer, Supplier<Latch>, WorkerRegistry> value) {
        WorkerSeams copy = copy();
        copy.newRegistry = value;
        return copy;
    }

    public WorkerSeams withNewWorker(WorkerMaker value) {
        WorkerSeams copy = copy();
        copy.newWorker = value;
        return copy;
    }

    public WorkerSeams withNewSubmitter(SubmitterMaker value) {
        WorkerSeams copy = copy();
        copy.newSubmitter = value;
        return copy;
    }

    public WorkerSeams withNewLatch(Supplier<Latch> value) {
        WorkerSeams copy = copy();
        copy.newLatch = value;
        return copy;
    }

    public WorkerSeams withNewSupervisorLatch(Supplier<Latch> value) {
        WorkerSeams copy = copy();
        copy.newSupervisorLatch = value;
        return copy;
    }

    /** The same policy whatever the settings say. */
    public WorkerSeams withWakeupPolicy(WakeupPolicy value) {
        WorkerSeams copy = copy();
        copy.newWakeupPolicy = settings -> value;
        return copy;
    }

    public WorkerSeams withNewQueueGate(Supplier<QueueGate> value) {
        WorkerSeams copy = copy();
        copy.newQueueGate = value;
        return copy;
    }

    public WorkerSeams withRegisterPolicy(RegisterPolicy value) {
        WorkerSeams copy = copy();
        copy.registerPolicy = value;
        return copy;
    }

    public WorkerSeams withExitPolicy(ExitPolicy value) {
        WorkerSeams copy = copy();
        copy.exitPolicy = value;
        return copy;
    }

    public WorkerSeams withInterruptPolicy(InterruptPolicy value) {
        WorkerSeams copy = copy();
        copy.interruptPolicy = value;
        return copy;
    }

    public WorkerSeams withSlotPolicy(SlotPolicy value) {
        WorkerSeams copy = copy();
        copy.slotPolicy = value;
        return copy;
    }

    public WorkerSeams withRetirePolicy(RetirePolicy value) {
        WorkerSeams copy = copy();
        copy.retirePolicy = value;
        return copy;
    }

    public WorkerSeams withClock(LongSupplier value) {
        WorkerSeams copy = copy();
        copy.clock = value;
        return copy;
    }

    public WorkerSeams withThreads(ThreadFactory value) {
        WorkerSeams copy = copy();
        copy.threads = value;
        return copy;
    }

    public WorkerSeams withProbe(Probe value) {
        WorkerSeams copy = copy();
        copy.probe = value;
        return copy;
    }

    private WorkerSeams copy() {
        WorkerSeams copy = new WorkerSeams();
        copy.newQueue = newQueue;
        copy.newIdleSet = newIdleSet;
        copy.newPoolAccount = newPoolAccount;
        copy.newRegistry = newRegistry;
        copy.newWorker = newWorker;
        copy.newSubmitter = newSubmitter;
        copy.newLatch = newLatch;
        copy.newSupervisorLatch = newSupervisorLatch;
        copy.newWakeupPolicy = newWakeupPolicy;
        copy.newQueueGate = newQueueGate;
        copy.registerPolicy = registerPolicy;
        copy.exitPolicy = exitPolicy;
        copy.interruptPolicy = interruptPolicy;
        copy.slotPolicy = slotPolicy;
        copy.retirePolicy = retirePolicy;
        copy.clock = clock;
        copy.threads = threads;
        copy.probe = probe;
        return copy;
    }
}
