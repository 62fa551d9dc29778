package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.event.UselessWakeupEvent;
import dev.latchwork.aio.event.WakeupEvent;
import dev.latchwork.aio.event.WorkerLifeEvent;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * A worker: consumes I/Os, reopens their targets, performs them and completes them for everybody; waits for its latch
 * when the queue is empty. Its own thread calls {@link #run}; a controlled scheduler may call {@link #step} instead. Only
 * {@link #requestShutdown}, {@link #interrupt} and {@link #isExitRequested} are for other threads.
 *
 * <p>The overridable methods are for variants and mutants; what is shipped overrides none.
 */
public class IoWorker implements Runnable {
    /*
     * Overview.
     * 1 What it is: a state machine. Each point names what the next step does; a step is one action of the specification.
     * 2 Corresponds to: IoWorkerMain, pgaio_worker_register, pgaio_worker_die; variables point, hand, owed, exitRequested.
     * 3 Representation:
     *
     *     REGISTER -> CHECK_INTERRUPTS -> LOOK --Consume--> (WAKE_PEER)* -> REOPEN -> PERFORM -> CHECK_INTERRUPTS
     *                    |      ^           |                                  |
     *                    |      |           +--MarkIdle--> AWAIT -> RESET_LATCH -> CHECK_INTERRUPTS
     *                    |      +------------------------------------------+   |
     *                    v                                                     v
     *                DEREGISTER <------------------------------------- COMPLETE_FAILED
     *                    |
     *                    +-> (HAND_OVER)* -> EXIT_WORKER -> ENDED
     *
     * 4 Invariants: from Consume to the completion the worker has the I/O in hand and nobody else has. A request to exit
     *   is served only at CHECK_INTERRUPTS, where the hand is empty (fault C served it with an I/O in hand); it is served
     *   at every turn (fault E served it only when idle).
     * 5 Guards and lock order: shared state only through WorkerControl.
     * 6 Linearization points: in WorkerControl and Handle.
     * 7 Memory ordering: shutdownRequested and interrupted are volatile and stored before the latch is set; the worker loads it after it has
     *   reset the latch, so a request whose set was eaten by the reset is seen.
     * 8 Blocking and wakeup argument: mark idle, unlock, await is not atomic. It need not be: an insert after the unlock
     *   finds the idle bit and sets the latch, and a latch that is set before the await is not waited for. The loop is the
     *   latch's second form: look, await, reset, look again; nothing is tested between await and reset. A worker that
     *   leaves passes on what wakeup it may have been given (Deregister), before or after the chooser sets the latch.
     *   The error path completes the I/O in hand as failed before the slot is given up: no SUBMITTED handle stays behind.
     * 9 Departures: no signals: requests are flags with the latch. The patch reports the error after the completion; here
     *   the cause is logged first, as in PostgreSQL 18.
     */

    /** Program points. */
    protected enum Point {
        REGISTER,
        CHECK_INTERRUPTS,
        LOOK,
        WAKE_PEER,
        REOPEN,
        PERFORM,
        COMPLETE_FAILED,
        AWAIT,
        RESET_LATCH,
        DEREGISTER,
        HAND_OVER,
        EXIT_WORKER,
        ENDED
    }

    private static final System.Logger LOG = System.getLogger(IoWorker.class.getName());
    private static final int OPEN_TARGETS = 64;

    private final WorkerControl control;
    private final HandleTable handles;
    private final InstanceFailure failure;
    private final Latch poolChanged;
    private final InterruptPolicy interrupts;
    private final Probe probe;
    private final OpenTargets targets = new OpenTargets(OPEN_TARGETS);
    private final OwedWakeups owed = new OwedWakeups(AioSettings.MAX_IO_WORKERS);

    private volatile boolean shutdownRequested;
    private volatile boolean interrupted;

    private Point point = Point.REGISTER;
    private int slot = WorkerRegistry.NONE;
    private Latch latch;
    private Handle hand;
    private long submission;
    private long submitted;
    private OpenTarget opened;
    private boolean waited;
    private boolean woken;
    private long performed;
    private WorkerLifeEvent life;
    private boolean reopenFailed;

    public IoWorker(
            WorkerControl control, HandleTable handles, InstanceFailure failure, Latch poolChanged, WorkerSeams seams) {
        this.control = control;
        this.handles = handles;
        this.failure = failure;
        this.poolChanged = poolChanged;
        this.interrupts = seams.interruptPolicy();
        this.probe = seams.probe();
    }

    /** Called under the queue lock, when the worker is given its slot. */
    void assignSlot(int newSlot, Latch newLatch) {
        slot = newSlot;
        latch = newLatch;
    }

    /**
     * Called under the queue lock, when the worker consumes an I/O: which one of all submitted ones it is, from 1, and how
     * many have been submitted by now.
     */
    void noteSubmission(long number, long total) {
        submission = number;
        submitted = total;
    }

    /** SIGUSR2: asks the worker to exit at its next turn. Under the queue lock. */
    void requestShutdown() {
        shutdownRequested = true;
        announceRequest();
    }

    /** SIGINT: asks the worker to exit where it serves interrupts. Under the queue lock. */
    void interrupt() {
        interrupted = true;
        announceRequest();
    }

    /** Sets the latch, once the request is there to be seen. */
    protected void announceRequest() {
        latch.set();
    }

    boolean isExitRequested() {
        return shutdownRequested || interrupted;
    }

    Point point() {
        return point;
    }

    // ---- what it holds, for whoever steps it ----

    /** Its slot, or {@link WorkerRegistry#NONE} until it has registered. */
    int slot() {
        return slot;
    }

    /** The I/O that it has consumed and not completed, or null. */
    Handle hand() {
        return hand;
    }

    /** The wakeups that it owes. */
    OwedWakeups owed() {
        return owed;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /** Whether it comes from a wait and has not checked for interrupts since. */
    boolean hasWaited() {
        return waited;
    }

    @Override
    public void run() {
        try {
            while (point != Point.ENDED) {
                step();
            }
        } catch (Throwable e) {
            failure.raise("io worker: " + slot + " at " + point, e);
        } finally {
            targets.close();
        }
    }

    /** Takes one step. At {@link Point#AWAIT} it blocks until the latch is set, nowhere else. */
    void step() {
        point = switch (point) {
            case REGISTER -> register();
            case CHECK_INTERRUPTS -> checkInterrupts();
            case LOOK -> look();
            case WAKE_PEER -> wakePeer();
            case REOPEN -> reopen();
            case PERFORM -> perform();
            case COMPLETE_FAILED -> completeFailed();
            case AWAIT -> await();
            case RESET_LATCH -> resetLatch();
            case DEREGISTER -> deregister();
            case HAND_OVER -> handOver();
            case EXIT_WORKER -> exitWorker();
            case ENDED -> Point.ENDED;
        };
    }

    /** Announces a step, unless nobody watches: a probe that is off costs a comparison and no call. */
    private long before(Step step, Handle io) {
        return probe == Probe.OFF ? Probe.NOT_ANNOUNCED : probe.before(step, slot, io);
    }

    private void after(long begun, Step step, int argument) {
        if (probe != Probe.OFF) {
            probe.after(begun, step, slot, argument);
        }
    }

    private Point register() {
        boolean registered = control.register(this);
        poolChanged.set();
        if (!registered) {
            LOG.log(Level.ERROR, "could not find a free worker slot");
            return Point.EXIT_WORKER;
        }
        Thread.currentThread().setName("io worker: " + slot);
        life = WorkerLifeEvent.begun();
        return Point.CHECK_INTERRUPTS;
    }

    private Point checkInterrupts() {
        long begun = before(Step.CHECK_INTERRUPTS, null);
        boolean serves = interrupts.servedAtEveryTurn() || waited;
        boolean leave = shutdownRequested || (interrupted && serves) || failure.isRaised();
        waited = false;
        after(begun, Step.CHECK_INTERRUPTS, leave ? 1 : 0);
        return leave ? Point.DEREGISTER : Point.LOOK;
    }

    private Point look() {
        int io = control.look(slot, woken, owed);
        if (woken && io == SubmissionQueue.EMPTY) {
            UselessWakeupEvent.record(slot);
        }
        woken = false;
        if (io == SubmissionQueue.EMPTY) {
            return Point.AWAIT;
        }
        hand = handles.get(io);
        if (LOG.isLoggable(Level.TRACE)) {
            LOG.log(Level.TRACE, "io worker: {0} processing handle {1}", slot, io);
        }
        return afterWakeups();
    }

    private Point wakePeer() {
        long begun = before(Step.WAKE_PEER, null);
        int peer = owed.deliverFirst();
        WakeupEvent.record("worker", peer);
        after(begun, Step.WAKE_PEER, peer);
        return afterWakeups();
    }

    private Point afterWakeups() {
        return owed.isEmpty() ? Point.REOPEN : Point.WAKE_PEER;
    }

    private Point reopen() {
        if (interrupted && interrupts.servedWithIoInHand()) {
            return Point.DEREGISTER;
        }
        long begun = before(Step.REOPEN, hand);
        try {
            opened = targets.reopen(hand.target(), submission, submitted);
            probe.afterReopen(slot, hand);
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "io worker: {0} could not reopen for {1} of handle {2} on behalf of {3}, completing it as failed: {4}",
                    slot,
                    hand.describe(),
                    hand.id(),
                    hand.owner(),
                    e);
            after(begun, Step.REOPEN_FAIL, hand.id());
            return Point.COMPLETE_FAILED;
        }
        after(begun, Step.REOPEN, hand.id());
        return Point.PERFORM;
    }

    private Point perform() {
        int io = hand.id();
        long begun = before(Step.PERFORM, hand);
        SynchronousExecution.perform(hand, opened, targets, slot);
        hand = null;
        opened = null;
        performed++;
        after(begun, Step.PERFORM, io);
        return Point.CHECK_INTERRUPTS;
    }

    /** The error path: completes the I/O in hand first, and leaves after that. */
    protected Point completeFailed() {
        int io = hand.id();
        long begun = before(Step.COMPLETE_FAILED, hand);
        completeAsFailed(hand);
        hand = null;
        opened = null;
        reopenFailed = true;
        after(begun, Step.COMPLETE_FAILED, io);
        return afterFailure();
    }

    /** Completes the I/O whose target could not be reopened. */
    protected void completeAsFailed(Handle io) {
        // Whatever the cause was: there is no better error number for "the worker could not get at the file".
        io.complete(-Errno.ENOENT);
    }

    /** Where a worker goes whose reopen failed: out, by way of its slot. */
    protected Point afterFailure() {
        return Point.DEREGISTER;
    }

    private Point await() {
        long begun = before(Step.AWAIT, null);
        latch.await();
        after(begun, Step.AWAIT, -1);
        return Point.RESET_LATCH;
    }

    private Point resetLatch() {
        long begun = before(Step.RESET_LATCH, null);
        latch.reset();
        waited = true;
        woken = !isExitRequested();
        after(begun, Step.RESET_LATCH, -1);
        return Point.CHECK_INTERRUPTS;
    }

    /** Gives up the slot. */
    protected final Point deregister() {
        control.deregister(slot, reopenFailed, performed > 0, owed);
        return afterHandOver();
    }

    private Point afterHandOver() {
        return owed.isEmpty() ? Point.EXIT_WORKER : Point.HAND_OVER;
    }

    private Point handOver() {
        long begun = before(Step.HAND_OVER, null);
        int peer = owed.deliverFirst();
        WakeupEvent.record("leaving worker", peer);
        after(begun, Step.HAND_OVER, peer);
        return afterHandOver();
    }

    private Point exitWorker() {
        if (life != null) {
            life.record(slot, performed, reopenFailed);
        }
        // As a process's files are closed before its parent learns that it has ended: whoever closes the instance finds
        // them
        // closed.
        targets.close();
        control.exited(slot);
        poolChanged.set();
        return Point.ENDED;
    }
}
