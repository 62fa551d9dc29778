package dev.latchwork.aio.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * All state of the worker method that threads share, and every critical section on it: one method here is one lock hold
 * is one action of the specification. Thread-safe.
 *
 * <p>Memory consistency effects: actions of a thread before a critical section happen before those of another after a
 * later one; in particular a handle is SUBMITTED, with all its fields, for the worker that consumes its id.
 */
public final class WorkerControl {
    /*
     * Overview.
     * 1 What it is: the queue lock and what it guards: submission queue, idle set, registry, pool account, counters.
     * 2 Corresponds to: AioWorkerSubmissionQueueLock, AioWorkerControl, AioWorkerSubmissionQueue; actions Submit, Consume,
     *   ConsumeQuietly, MarkIdle, Register, Deregister, StartWorker, ExitWorker, RequestShutdown, Interrupt, Reload.
     * 3 Representation: in the parts; the sizes of the pool in PoolAccount.
     * 4 Invariants: Conservation, IdleOnlyRegistered, WorkConserving, NoLostWakeup.
     * 5 Guards and lock order: one lock, innermost but for the probe, which takes none. Latches are set after it is
     *   released (SubmitSetLatch, WakePeer, HandOver), because a set may be a system call; the two that are set under it
     *   (RequestShutdown, Interrupt) are rare, and must be: see 9.
     * 6 Linearization points: the stores inside, see the parts.
     * 7 Memory ordering: the lock's. A latch is set after the unlock and looked at by its owner before the lock; the
     *   latch's own fences do the rest.
     * 8 Blocking and wakeup argument: whoever makes the queue non-empty, or leaves it so, takes one idle worker out of the
     *   idle set in the same critical section and owes it a wakeup: Submit one for its batch, Consume up to
     *   min(depth, 2), Deregister one. A worker enters the idle set only in a critical section that found the queue empty
     *   (or before its first look at it). So an I/O in the queue and a worker in the idle set are side by side only while
     *   some other worker is on its way to this lock: woken or owed a wakeup, or about to leave and hand over.
     *   A chosen worker that finds a request to exit leaves through Deregister, which passes the duty on.
     * 9 Departures: the postmaster cannot take lightweight locks, so upstream's supervisor knows less than this one. Exit
     *   requests are made under the lock so that none reaches a worker that has given up its slot.
     */
    /** What {@link #submit} returns when the queue was busy and the submitter did not wait for it. */
    static final int SENT_AWAY = -1;

    /** A monitor, since a contended {@link java.util.concurrent.locks.ReentrantLock} allocates its queue's nodes. */
    private final Object queueLock = new Object();

    private final QueueGate gate;
    private final WakeupPolicy wakeupPolicy;
    private final RegisterPolicy registerPolicy;
    private final ExitPolicy exitPolicy;
    private final SlotPolicy slotPolicy;
    private final RetirePolicy retirePolicy;
    private final Probe probe;

    @GuardedBy("queueLock")
    private final SubmissionQueue queue;

    @GuardedBy("queueLock")
    private final IdleWorkerSet idle;

    @GuardedBy("queueLock")
    private final WorkerRegistry registry;

    /** By slot: the policy of the worker that registered there last. */
    @GuardedBy("queueLock")
    private final WakeupPolicy[] wakeups;

    /** Workers that were chosen and have not looked at the queue since: bit w is worker w. */
    @GuardedBy("queueLock")
    private long underWay;

    @GuardedBy("queueLock")
    private final PoolAccount pool;

    @GuardedBy("queueLock")
    private final Counters counters = new Counters();

    /** I/Os of batches that were sent away from the gate: counted without the lock, which is what they did not wait for. */
    private final LongAdder sentAway = new LongAdder();

    /** Plain counters; the lock is held anyway where they change. */
    private static final class Counters {
        private long queued;
        private long synchronousFallbacks;
        private long consumed;
        private long submitterWakeups;
        private long workerWakeups;
        private long handOvers;
        private long sleeps;
        private long uselessWakeups;
        private long reopenFailures;
        private long workersStarted;
        private long workersExited;

        AioStatistics snapshot(long sentAway) {
            return new AioStatistics(
                    queued,
                    synchronousFallbacks + sentAway,
                    consumed,
                    submitterWakeups,
                    workerWakeups,
                    handOvers,
                    sleeps,
                    uselessWakeups,
                    reopenFailures,
                    workersStarted,
                    workersExited);
        }
    }

    WorkerControl(
            SubmissionQueue queue,
            IdleWorkerSet idle,
            WorkerRegistry registry,
            AioSettings settings,
            WorkerSeams seams) {
        this.queue = queue;
        this.idle = idle;
        this.registry = registry;
        this.pool = seams.newPoolAccount().apply(settings.ioWorkers());
        this.gate = seams.newQueueGate().get();
        this.wakeupPolicy = seams.newWakeupPolicy().apply(settings);
        this.wakeups = new WakeupPolicy[registry.slots()];
        Arrays.fill(wakeups, wakeupPolicy);
        this.registerPolicy = seams.registerPolicy();
        this.exitPolicy = seams.exitPolicy();
        this.slotPolicy = seams.slotPolicy();
        this.retirePolicy = seams.retirePolicy();
        this.probe = seams.probe();
    }

    // ---- submitters ----

    /**
     * Submit, unless the queue is busy and the gate sends submitters away; then SubmitSynchronously, which leaves the queue
     * alone.
     *
     * @param owed receives the chosen worker's wakeup
     * @return how many were inserted, or {@link #SENT_AWAY}; the rest is the submitter's to perform, after the wakeup
     */
    int submit(int session, Handle[] ios, int count, OwedWakeups owed) {
        if (!gate.tryEnter()) {
            sentAway.add(count);
            return SENT_AWAY;
        }
        try {
            return insert(session, ios, count, owed);
        } finally {
            gate.leave();
        }
    }

    /** Submit: inserts as many as fit and chooses at most one idle worker. */
    private int insert(int session, Handle[] ios, int count, OwedWakeups owed) {
        synchronized (queueLock) {
            int inserted = 0;
            Latch wakeup = null;
            // Nobody consumes while this lock is held, so the first I/O that does not fit is followed by none that
            // does.
            while (inserted < count && queue.insert(ios[inserted].id())) {
                inserted++;
                if (wakeup == null) {
                    int worker = choose();
                    if (worker != IdleWorkerSet.NONE) {
                        wakeup = registry.latchOf(worker);
                        // Null only under fault A; the patch then tries again with the next I/O that it inserts.
                        if (wakeup != null) {
                            owed.add(worker, wakeup);
                        }
                    }
                }
            }
            counters.queued += inserted;
            counters.synchronousFallbacks += count - inserted;
            counters.submitterWakeups += owed.size();
            if (isWatched()) {
                probe.afterSubmit(session, ios, count, inserted, owed.size(), queue.depth(), running(), idle.bits());
            }
            return inserted;
        }
    }

    // ---- workers ----

    /**
     * Register: gives the worker the lowest free slot and makes the calling thread the owner of its latch.
     *
     * @return false if no slot is free
     */
    boolean register(IoWorker worker) {
        synchronized (queueLock) {
            int slot = registry.register(worker, slotPolicy.scanned(pool.target()));
            if (slot == WorkerRegistry.NONE) {
                pool.turnAway();
                return false;
            }
            pool.enter();
            registry.slotLatch(slot).own();
            worker.assignSlot(slot, registry.slotLatch(slot));
            wakeups[slot] = wakeupPolicy.ofWorker();
            if (registerPolicy.marksIdle()) {
                idle.markIdle(slot);
            }
            endSection(Probe.NOT_ANNOUNCED, Step.REGISTER, slot, -1, 0);
            return true;
        }
    }

    /**
     * Consume, ConsumeQuietly or MarkIdle: takes the oldest I/O and chooses peers, or enters the idle set.
     *
     * @param woken whether the worker comes from a wait that was not ended by a request
     * @param owed receives the wakeups of the chosen peers
     * @return id of the consumed handle, or {@link SubmissionQueue#EMPTY}
     */
    int look(int worker, boolean woken, OwedWakeups owed) {
        gate.enter();
        try {
            return consumeOrMarkIdle(worker, woken, owed);
        } finally {
            gate.leave();
        }
    }

    private int consumeOrMarkIdle(int worker, boolean woken, OwedWakeups owed) {
        synchronized (queueLock) {
            underWay &= ~(1L << worker);
            int io = queue.consume();
            if (io == SubmissionQueue.EMPTY) {
                idle.markIdle(worker);
                wakeups[worker].foundNothing(woken);
                counters.sleeps++;
                counters.uselessWakeups += woken ? 1 : 0;
                endSection(Probe.NOT_ANNOUNCED, Step.MARK_IDLE, worker, -1, 0);
                return io;
            }
            idle.clear(worker);
            int lowest = wakeups[worker].lowestPeer(worker);
            int most = wakeups[worker].peersToWake(queue.depth(), Long.bitCount(underWay), woken);
            for (int i = 0; i < most; i++) {
                int peer = choose(lowest);
                if (peer == IdleWorkerSet.NONE) {
                    break;
                }
                owed.add(peer, registry.latchOf(peer));
            }
            counters.consumed++;
            // First in, first out: the n-th that is consumed is the n-th that was queued.
            registry.worker(worker).noteSubmission(counters.consumed, counters.queued);
            counters.workerWakeups += owed.size();
            boolean quietly = most == WakeupPolicy.QUIETLY && queue.depth() > 0 && idle.bits() >>> lowest != 0;
            Step step = quietly ? Step.CONSUME_QUIETLY : Step.CONSUME;
            endSection(Probe.NOT_ANNOUNCED, step, worker, io, owed.size());
            return io;
        }
    }

    /**
     * Deregister: gives up the slot and, when I/Os are queued, chooses a peer to take over a wakeup that may be lost otherwise.
     *
     * @param reopenFailed whether the worker leaves because it could not reopen a target
     * @param performed whether it has performed an I/O in its life
     * @param owed receives the wakeup of whoever is chosen
     */
    void deregister(int worker, boolean reopenFailed, boolean performed, OwedWakeups owed) {
        synchronized (queueLock) {
            registry.slotLatch(worker).disown();
            registry.release(worker);
            pool.leave(reopenFailed, performed);
            underWay &= ~(1L << worker);
            boolean stale = idle.contains(worker) && !exitPolicy.clearsIdle();
            idle.clear(worker);
            handOver(owed);
            if (stale) {
                // Fault A. A worker does not hand over to itself even so.
                idle.markIdle(worker);
            }
            counters.reopenFailures += reopenFailed ? 1 : 0;
            endSection(Probe.NOT_ANNOUNCED, Step.DEREGISTER, worker, owed.size(), owed.size());
        }
    }

    @GuardedBy("queueLock")
    private void handOver(OwedWakeups owed) {
        switch (exitPolicy.handOver()) {
            case NOBODY -> {}
            case ONE_IDLE_PEER -> {
                int peer = queue.depth() == 0 ? IdleWorkerSet.NONE : choose();
                if (peer != IdleWorkerSet.NONE) {
                    owed.add(peer, registry.latchOf(peer));
                }
            }
            case ALL_PEERS -> {
                for (int slot = 0; slot < registry.slots(); slot++) {
                    if (registry.worker(slot) != null) {
                        owed.add(slot, registry.slotLatch(slot));
                    }
                }
            }
        }
        counters.handOvers += owed.size();
    }

    /**
     * ExitWorker: the worker's thread does nothing more.
     *
     * @param slot which the worker had, or {@link WorkerRegistry#NONE}
     */
    void exited(int slot) {
        synchronized (queueLock) {
            pool.end();
            counters.workersExited++;
            endSection(Probe.NOT_ANNOUNCED, Step.EXIT_WORKER, slot, -1, 0);
        }
    }

    @GuardedBy("queueLock")
    private int choose() {
        return choose(0);
    }

    @GuardedBy("queueLock")
    private int choose(int lowest) {
        int worker = lowest == 0 ? idle.chooseIdle() : idle.chooseIdleFrom(lowest);
        if (worker != IdleWorkerSet.NONE) {
            underWay |= 1L << worker;
        }
        return worker;
    }

    // ---- the supervisor and requests from outside ----

    /** Whether fewer workers run than wanted. */
    boolean isWorkerMissing() {
        synchronized (queueLock) {
            return pool.isMissing(registry.registered());
        }
    }

    /**
     * How many workers in a row have died without use, or 0 if none is left that could take an I/O: then the next one must
     * not wait, or queued I/Os would.
     */
    int fruitlessWorkers() {
        synchronized (queueLock) {
            return registry.registered() + pool.starting() == 0 ? 0 : pool.fruitless();
        }
    }

    /** StartWorker, if fewer run than wanted; the caller then starts the thread. */
    boolean startWorker() {
        synchronized (queueLock) {
            if (!pool.isMissing(registry.registered())) {
                return false;
            }
            pool.start();
            counters.workersStarted++;
            endSection(Probe.NOT_ANNOUNCED, Step.START_WORKER, Probe.SUPERVISOR, -1, 0);
            return true;
        }
    }

    /** Takes a StartWorker back whose thread could not be started. */
    void startFailed() {
        synchronized (queueLock) {
            pool.takeBack();
            counters.workersStarted--;
            probe.startTakenBack();
        }
    }

    /** RequestShutdown of one worker, if more run than wanted and nobody is on the way out yet. */
    boolean requestShutdown() {
        synchronized (queueLock) {
            if (!pool.isSurplus(registry.registered()) || pool.leavers() > 0) {
                return false;
            }
            long registered = registeredBits();
            if (registered == 0 || isExitRequestedOfAny()) {
                return false;
            }
            int chosen = retirePolicy.choose(registered);
            long begun = probe.before(Step.REQUEST_SHUTDOWN, Probe.SUPERVISOR, null);
            registry.worker(chosen).requestShutdown();
            endSection(begun, Step.REQUEST_SHUTDOWN, Probe.SUPERVISOR, chosen, 0);
            return true;
        }
    }

    /** Interrupt: asks the worker in a slot to exit; false if there is none or it was asked before. */
    boolean interrupt(int slot) {
        synchronized (queueLock) {
            IoWorker worker = slot >= 0 && slot < registry.slots() ? registry.worker(slot) : null;
            if (worker == null || worker.isExitRequested()) {
                return false;
            }
            long begun = probe.before(Step.INTERRUPT, slot, null);
            worker.interrupt();
            endSection(begun, Step.INTERRUPT, slot, -1, 0);
            return true;
        }
    }

    /** Reload: wants another pool size, 0 (only to close) to the number of slots. */
    void reload(int newTarget) {
        synchronized (queueLock) {
            pool.retarget(newTarget);
            endSection(Probe.NOT_ANNOUNCED, Step.RELOAD, Probe.SUPERVISOR, newTarget, 0);
        }
    }

    /** Whether no worker runs, starts or is leaving. */
    boolean isPoolEmpty() {
        synchronized (queueLock) {
            return pool.isEmpty(registry.registered());
        }
    }

    int depth() {
        synchronized (queueLock) {
            return queue.depth();
        }
    }

    /** All of it but the counters and the latches, as of one moment. */
    ControlState state() {
        synchronized (queueLock) {
            int[] queued = new int[queue.depth()];
            for (int i = 0; i < queued.length; i++) {
                queued[i] = queue.ioAt((queue.tail() + i) & (queue.size() - 1));
            }
            return new ControlState(
                    queued,
                    queue.head(),
                    queue.tail(),
                    idle.bits(),
                    registeredBits(),
                    underWay,
                    pool.target(),
                    pool.starting(),
                    pool.leavers(),
                    pool.fruitless());
        }
    }

    /** What the wakeup policies remember, registered worker by registered worker; see {@link WakeupPolicy#memory}. */
    String wakeupMemories() {
        synchronized (queueLock) {
            StringBuilder memories = new StringBuilder();
            for (int slot = 0; slot < registry.slots(); slot++) {
                String memory = registry.worker(slot) == null ? "" : wakeups[slot].memory();
                if (!memory.isEmpty()) {
                    memories.append(' ').append(slot).append(": ").append(memory);
                }
            }
            return memories.toString();
        }
    }

    /** What a slot of the ring holds; see {@link SubmissionQueue#ioAt}. */
    int ioAt(int slot) {
        synchronized (queueLock) {
            return queue.ioAt(slot);
        }
    }

    AioStatistics statistics() {
        synchronized (queueLock) {
            return counters.snapshot(sentAway.sum());
        }
    }

    /** Wakes every worker, because the instance has failed. */
    void wakeAll() {
        synchronized (queueLock) {
            for (int slot = 0; slot < registry.slots(); slot++) {
                registry.slotLatch(slot).set();
            }
        }
    }

    /** Tells the probe of a step and of the state that it leaves, before anybody can change that. */
    @GuardedBy("queueLock")
    private void endSection(long begun, Step step, int actor, int argument, int owed) {
        if (isWatched()) {
            probe.afterSection(begun, step, actor, argument, owed, queue.depth(), running(), idle.bits());
        }
    }

    /** Nobody reads the state for a probe that is off: that would cost a nanosecond or two for an I/O. */
    private boolean isWatched() {
        return probe != Probe.OFF;
    }

    @GuardedBy("queueLock")
    private long registeredBits() {
        long bits = 0;
        for (int slot = 0; slot < registry.slots(); slot++) {
            bits |= registry.worker(slot) == null ? 0 : 1L << slot;
        }
        return bits;
    }

    @GuardedBy("queueLock")
    private boolean isExitRequestedOfAny() {
        for (int slot = 0; slot < registry.slots(); slot++) {
            IoWorker worker = registry.worker(slot);
            if (worker != null && worker.isExitRequested()) {
                return true;
            }
        }
        return false;
    }

    @GuardedBy("queueLock")
    private int running() {
        return pool.running(registry.registered());
    }
}
