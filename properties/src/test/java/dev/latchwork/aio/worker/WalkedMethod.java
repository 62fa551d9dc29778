package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shipped worker method, taken along a walk: one call is one step of one process, in one thread, and all that the
 * processes share can be read in between. I/Os are numbered from 1 in the order of their submission, and somebody waits for
 * each of them. Used by one thread.
 */
public final class WalkedMethod implements HandleOwner {
    /*
     * Overview.
     * 1 What it is: workers, submitters and what they share; the walker stands for supervisor and operator.
     * 2 Corresponds to: the processes of WorkerMethod.tla. Each public method that gives a name is one action.
     * 3 Representation: I/O n is the handle with id n - 1, which is used once. A leaver is known by the latches it owes.
     * 4 Invariants: none; the walker compares.
     * 5 Guards and lock order: none of its own.
     * 6 Linearization points: the method's.
     * 7 Memory ordering: none; one thread.
     * 8 Blocking and wakeup argument: a step at an await with an unset latch is an error of the parker, not a wait.
     * 9 Departures, gaps: no supervisor's own points and no sessions; SteppedMethod has both, bound to the specification.
     */
    private static final String VACANT = "VACANT";
    private static final String CLOSED = "CLOSED";

    private final Parts parts;
    private final WorkerSeams seams;
    private final InstanceFailure failure = new InstanceFailure();
    private final Latch poolChanged = new Latch();
    private final LastStep last = new LastStep();
    private final HandleTable handles;
    private final WorkerControl control;
    private final List<OwnerRecord> owners = new ArrayList<>();
    private final List<Latch> latches = new ArrayList<>();
    private final List<IoWorker> starting = new ArrayList<>();
    private final List<IoWorker> leavers = new ArrayList<>();
    private final IoWorker[] occupants = new IoWorker[AioSettings.MAX_IO_WORKERS];
    private final WorkerSubmitter[] submitters;
    private final boolean[] closed;
    private final Latch[] waiters;
    private int retires;

    /** What the probe was told of the last step, and what it saw inside the lock. */
    private static final class LastStep implements Probe {
        private Step step;
        private boolean failReopen;
        private IoHandle queuedTooEarly;

        @Override
        public void after(Step taken, int actor, int argument) {
            step = taken;
        }

        @Override
        public void afterSubmit(
                int session, IoHandle[] batch, int count, int inserted, int owed, int depth, int running, long idle) {
            step = Step.SUBMIT;
            for (int i = 0; i < inserted; i++) {
                if (batch[i].state() != HandleState.SUBMITTED) {
                    queuedTooEarly = batch[i];
                }
            }
        }

        @Override
        public void afterReopen(int worker, IoHandle handle) throws IOException {
            if (failReopen) {
                throw new IOException("reopen failure, as chosen");
            }
        }
    }

    /**
     * Nothing runs and nothing is submitted.
     *
     * @param poolSize io_workers
     * @param queueSize slots of the ring
     * @param sessions how many submit
     * @param ios I/Os that are submitted at most
     */
    public WalkedMethod(int poolSize, int queueSize, int sessions, int ios, Parts parts) {
        this.parts = parts;
        seams = parts.seams().withProbe(last).withNewLatch(this::newLatch).withRetirePolicy(registered -> retires);
        handles = new HandleTable(1, ios, parts.newHandle());
        control = new WorkerControl(
                seams.newQueue().apply(queueSize),
                seams.newIdleSet().get(),
                seams.newRegistry().apply(seams.slotPolicy().allocated(poolSize), seams.newLatch()),
                AioSettings.defaults().withIoWorkers(poolSize),
                seams);
        submitters = new WorkerSubmitter[sessions];
        Arrays.setAll(
                submitters,
                session -> seams.newSubmitter()
                        .make(
                                control,
                                session,
                                handle -> SynchronousExecution.openAndPerform(handle, new OpenTargets(1)),
                                last));
        closed = new boolean[sessions];
        waiters = new Latch[ios];
    }

    private Latch newLatch() {
        OwnerRecord owner = new OwnerRecord();
        Latch latch = parts.newLatch().apply(owner);
        owners.add(owner);
        latches.add(latch);
        return latch;
    }

    /** Starts so many workers and lets each of them come to its wait. */
    public void warmUp(int workers) {
        for (int i = 0; i < workers; i++) {
            startWorker();
            if (register() == null) {
                throw new IllegalStateException("worker " + i + " of " + workers + " is not started");
            }
        }
        for (int slot = 0; slot < workers; slot++) {
            // CheckInterrupts, MarkIdle.
            stepWorker(slot, false);
            stepWorker(slot, false);
        }
    }

    // ---- steps; each gives the name of the action that was taken, or null if none was ----

    /** A session submits the I/Os from {@code first} on as one batch. */
    public String submit(int session, int first, int count) {
        Handle[] batch = new Handle[count];
        for (int i = 0; i < count; i++) {
            batch[i] = handles.get(first + i - 1);
            batch[i].setOwner(this);
            batch[i].handOut(new IoResult());
            batch[i].startRead(new OneByte(), ByteBuffer.allocate(1), 0);
            waiters[first + i - 1] = new Latch();
            batch[i].completed().prepareToSleep(new Waiter(waiters[first + i - 1]));
        }
        submitters[session].begin(batch, count);
        return stepSubmitter(session);
    }

    /** The next step of a session that submits. */
    public String stepSubmitter(int session) {
        return named(submitters[session]::step);
    }

    /** The session ends; the walker sees to it that none of its I/Os is pending. */
    public String closeSession(int session) {
        closed[session] = true;
        return "CloseSession";
    }

    /** A worker is started, at the second try: the first thread cannot be started. */
    public String startWorker() {
        if (control.startWorker()) {
            control.startFailed();
        }
        return named(() -> {
            if (control.startWorker()) {
                starting.add(seams.newWorker().make(control, handles, failure, poolChanged, seams));
            }
        });
    }

    /** The worker that was started first registers. */
    public String register() {
        if (starting.isEmpty()) {
            return null;
        }
        IoWorker worker = starting.remove(0);
        String thread = Thread.currentThread().getName();
        String action = named(worker::step);
        Thread.currentThread().setName(thread);
        occupants[worker.slot()] = worker;
        return action;
    }

    /** The next step of the worker in a slot; its reopen fails if it is told to. */
    public String stepWorker(int slot, boolean failReopen) {
        IoWorker worker = occupants[slot];
        if (worker == null) {
            return null;
        }
        last.failReopen = failReopen;
        String action = named(worker::step);
        if (isLeaver(worker)) {
            occupants[slot] = null;
            leavers.add(worker);
        }
        return action;
    }

    /** The next step of a leaver that owes these latches. */
    public String stepLeaver(long owes) {
        IoWorker leaver = leavers.stream()
                .filter(each -> owedBits(each.owed()) == owes)
                .findFirst()
                .orElse(null);
        if (leaver == null) {
            return null;
        }
        String action = named(leaver::step);
        if (leaver.point() == IoWorker.Point.ENDED) {
            leavers.remove(leaver);
        }
        return action;
    }

    /** The supervisor asks the worker in a slot to exit, if it is to ask anybody. */
    public String requestShutdown(int slot) {
        retires = slot;
        return named(control::requestShutdown);
    }

    /** The operator interrupts the worker in a slot, if there is one that was not asked yet. */
    public String interrupt(int slot) {
        return named(() -> control.interrupt(slot));
    }

    /** The operator wants another pool size; 0 to close. */
    public String reload(int size) {
        return named(() -> control.reload(size));
    }

    private String named(Runnable step) {
        last.step = null;
        step.run();
        return last.step == null ? null : last.step.action();
    }

    // ---- what there is to see ----

    /** The I/Os in the queue, oldest first. */
    public List<Integer> queued() {
        return Arrays.stream(control.state().queued()).map(id -> id + 1).boxed().toList();
    }

    /** The idle set as a mask. */
    public long idle() {
        return control.state().idle();
    }

    /** The slots that are taken, as a mask. */
    public long registered() {
        return control.state().registered();
    }

    /** Workers that were chosen and have not looked since, as a mask. */
    public long underWay() {
        return control.state().underWay();
    }

    /** The size that is wanted. */
    public int target() {
        return control.state().target();
    }

    /** Workers that were started and have not registered. */
    public int starting() {
        return control.state().starting();
    }

    /** What each worker owes that has no slot any more, as masks in ascending order. */
    public List<Long> leavers() {
        return leavers.stream().map(leaver -> owedBits(leaver.owed())).sorted().toList();
    }

    /** How many workers have no slot any more, as the pool counts them. */
    public int leaversCounted() {
        return control.state().leavers();
    }

    /** Workers in a row that left without use, as the pool counts them. */
    public int fruitless() {
        return control.state().fruitless();
    }

    /** Whether the supervisor would start a worker. */
    public boolean isWorkerMissing() {
        return control.isWorkerMissing();
    }

    /** Whether the supervisor would let the instance end. */
    public boolean isPoolEmpty() {
        return control.isPoolEmpty();
    }

    /** Name of the point at which the worker in a slot stands. */
    public String point(int slot) {
        return occupants[slot] == null ? VACANT : occupants[slot].point().name();
    }

    /** The I/O that the worker in a slot has in hand, or 0. */
    public int hand(int slot) {
        IoWorker worker = occupants[slot];
        return worker == null || worker.hand() == null ? 0 : worker.hand().id() + 1;
    }

    /** The workers to which the one in a slot owes wakeups, in the order of delivery. */
    public List<Integer> owed(int slot) {
        return occupants[slot] == null ? List.of() : workers(occupants[slot].owed());
    }

    /** Whether the latch of a slot is set. */
    public boolean isLatchSet(int slot) {
        return latches.get(slot).isSet();
    }

    /** Whether the latch of a slot has an owner that can be woken. */
    public boolean isLatchOwned(int slot) {
        return owners.get(slot).isOwned();
    }

    /** Whether the worker in a slot has been asked to exit. */
    public boolean isExitRequested(int slot) {
        return occupants[slot] != null && occupants[slot].isExitRequested();
    }

    /** Name of the point at which a session stands. */
    public String submitterPoint(int session) {
        return closed[session] ? CLOSED : submitters[session].point().name();
    }

    /** The workers to which a session owes a wakeup; at most one. */
    public List<Integer> submitterOwed(int session) {
        return workers(submitters[session].owed());
    }

    /** The I/Os that a session has still to perform itself. */
    public List<Integer> leftover(int session) {
        WorkerSubmitter submitter = submitters[session];
        int left = submitter.point() == WorkerSubmitter.Point.READY ? 0 : submitter.leftover();
        return IntStream.range(0, left)
                .mapToObj(later -> submitter.leftover(later).id() + 1)
                .toList();
    }

    /** The state and result of an I/O in the model's words; what has no such word is the handle itself. */
    public String status(int io) {
        Handle handle = handles.get(io - 1);
        return switch (handle.state()) {
            case IDLE -> "Unsubmitted";
            case SUBMITTED -> "Submitted";
            case COMPLETED_SHARED -> outcome(handle.result());
            default -> handle.toString();
        };
    }

    private static String outcome(int result) {
        if (result == 1) {
            return "Ok";
        }
        return result == -Errno.ENOENT ? "Enoent" : "completed with " + result;
    }

    /** Whether whoever waits for an I/O has been woken. */
    public boolean isWaiterWoken(int io) {
        return waiters[io - 1] != null && waiters[io - 1].isSet();
    }

    /** A handle whose id was in the queue before it was SUBMITTED, or null. */
    public IoHandle queuedTooEarly() {
        return last.queuedTooEarly;
    }

    private static boolean isLeaver(IoWorker worker) {
        return switch (worker.point()) {
            case HAND_OVER, EXIT_WORKER, ENDED -> true;
            default -> false;
        };
    }

    private static List<Integer> workers(OwedWakeups owed) {
        return IntStream.range(0, owed.size()).mapToObj(owed::worker).toList();
    }

    private static long owedBits(OwedWakeups owed) {
        return workers(owed).stream().mapToLong(worker -> 1L << worker).sum();
    }

    @Override
    public void openTarget(IoTarget target) {
        // The issuer needs no target of its own.
    }

    @Override
    public void stage(Handle handle) {
        handle.stage();
    }

    /** As the owner of its handles. */
    @Override
    public String toString() {
        return "a session";
    }

    /** A file of one byte. */
    private static final class OneByte implements IoTarget, OpenTarget {
        @Override
        public OpenTarget open() {
            return this;
        }

        @Override
        public boolean canReopen() {
            return true;
        }

        @Override
        public String describe() {
            return "one byte";
        }

        @Override
        public int read(ByteBuffer buffer, long offset) {
            buffer.put((byte) 1);
            return 1;
        }

        @Override
        public int write(ByteBuffer buffer, long offset) {
            throw new UnsupportedOperationException("the walk only reads");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
