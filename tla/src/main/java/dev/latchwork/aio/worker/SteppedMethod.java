package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.execution.MethodOperations.Submitter;
import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.aio.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The shipped worker method, sessions and supervisor included, under somebody's hand: nothing moves but by the steps that
 * are taken here, one at a time. Used by one thread.
 */
public final class SteppedMethod {
    /*
     * Overview.
     * 1 What it is: one WorkerMethod with its Sessions, whose threads were never started: every process is stepped.
     * 2 Corresponds to: the processes of WorkerMethod.tla; a call of a step method is one action, or a step that the
     *   specification does not tell from standing still (the supervisor finds nothing to do).
     * 3 Representation: the thread factory keeps what the threads were to run; the latches of the slots are kept in the
     *   order in which the registry made them, which is that of the slots. The I/Os are numbered from 1 in the order of their
     *   submission; the I/O with number n lives in whichever handle its session gave it.
     * 4 Invariants: a process that waits for a latch that is not set is not stepped.
     * 5 Guards and lock order: none of its own.
     * 6 Linearization points: the method's.
     * 7 Memory ordering: none of its own; with a runner that uses threads, that of the runner's hand-over.
     * 8 Blocking and wakeup argument: no step blocks, because a step at an await is taken only when the latch is set.
     * 9 Departures, gaps: a session stages and submits in one step, as the specification's Submit does. Sessions end by
     *   Session.close, taken only when none of their I/Os is pending, so that it does not wait. The file is memory.
     */

    /** Takes the place of a step's name when the step ended in SetLatch(NULL), a crash of the server. */
    public static final String CRASH = "crash";

    private static final int NO_SLOT = -1;

    /** So that a worker's number does not depend on how the state was reached. Leavers that owe the same are alike. */
    private static final Comparator<IoWorker> ORDER = Comparator.comparingInt(SteppedMethod::rank)
            .thenComparingLong(worker -> rank(worker) == 0 ? worker.slot() : MethodState.owedBits(worker.owed()));

    private static int rank(IoWorker worker) {
        return switch (worker.point()) {
            case REGISTER -> 1;
            case HAND_OVER, EXIT_WORKER, ENDED -> 2;
            default -> 0;
        };
    }

    /** What the probe was told of the last step. */
    private static final class LastStep implements Probe {
        private Step step;
        private int actor;
        private int argument;
        private boolean failReopen;

        @Override
        public void after(Step taken, int by, int on) {
            step = taken;
            actor = by;
            argument = on;
        }

        @Override
        public void afterReopen(int worker, IoHandle handle) throws IOException {
            if (failReopen) {
                throw new IOException("reopen failure, as chosen");
            }
        }
    }

    /** One of the numbered I/Os. */
    private static final class NumberedIo {
        private final IoResult result = new IoResult();
        private Handle handle;
        private long generation;
    }

    /** Submits a batch as far as to be ready for the first step. */
    private record StagedSubmitter(WorkerSubmitter submitter) implements Submitter {
        @Override
        public void submit(Handle[] staged, int count) {
            submitter.begin(staged, count);
        }
    }

    private final ProcessRunner runner;
    private final int queueSize;
    private final LastStep last = new LastStep();
    private final List<Latch> latches = new ArrayList<>();
    private final List<IoWorker> workers = new ArrayList<>();
    /** By slot: who registered there last. */
    private final IoWorker[] occupants = new IoWorker[AioSettings.MAX_IO_WORKERS];

    private final InstanceFailure failure = new InstanceFailure();
    private final HandleTable handles;
    private final WorkerMethod method;
    private final Session[] sessions;
    private final WorkerSubmitter[] submitters;
    private final boolean[] closed;
    private final NumberedIo[] ios;
    private final int[] ioOfHandle;
    private final List<List<Integer>> issued = new ArrayList<>();
    private final IoTarget target = new OneByte();
    private final ChosenDamping damping;
    private final boolean handsOver;
    private QueueGate gate;
    private Latch poolChanged;
    private WorkerSupervisor supervisor;
    private int retires = NO_SLOT;
    private int submitted;
    private int inserted;

    /**
     * A method with nothing started.
     *
     * @param poolSize io_workers
     * @param queueSize slots of the ring, a power of two
     * @param sessions how many submit
     * @param mostIos how many I/Os are submitted at most
     * @param seams the parts; their threads, probe and retirement are replaced here, their latches kept
     * @param runner who runs the steps
     */
    public SteppedMethod(
            int poolSize, int queueSize, int sessions, int mostIos, WorkerSeams seams, ProcessRunner runner) {
        this.runner = runner;
        this.queueSize = queueSize;
        handles = new HandleTable(sessions, mostIos);
        AioSettings settings = AioSettings.defaults().withIoWorkers(poolSize).withIoWorkerQueueSize(queueSize);
        WakeupPolicy wakeups = seams.newWakeupPolicy().apply(settings);
        handsOver = seams.exitPolicy().handOver() != ExitPolicy.HandOver.NOBODY;
        damping = wakeups instanceof ChosenDamping chosen ? chosen : null;
        method = new WorkerMethod(
                settings,
                handles,
                failure,
                seams.withThreads(this::keep)
                        .withWakeupPolicy(wakeups)
                        .withNewLatch(() -> keep(seams.newLatch().get()))
                        .withNewQueueGate(() -> gate = seams.newQueueGate().get())
                        .withNewSupervisorLatch(
                                () -> poolChanged = seams.newSupervisorLatch().get())
                        .withRetirePolicy(registered -> retires)
                        .withProbe(last));
        runner.run(supervisor, poolChanged::own);
        ios = new NumberedIo[mostIos];
        ioOfHandle = new int[handles.size()];
        submitters = new WorkerSubmitter[sessions];
        closed = new boolean[sessions];
        this.sessions = new Session[sessions];
        for (int number = 0; number < sessions; number++) {
            this.sessions[number] =
                    new Session(number, handles, mostIos, new SteppedOperations(), failure, session -> {});
            issued.add(new ArrayList<>());
        }
    }

    private Latch keep(Latch latch) {
        latches.add(latch);
        return latch;
    }

    /** Keeps what a thread was to run. The thread itself never runs. */
    private Thread keep(Runnable body) {
        if (body instanceof WorkerSupervisor started) {
            supervisor = started;
            return new NeverRun(() -> {});
        }
        return new NeverRun(() -> {
            workers.add((IoWorker) body);
            workers.sort(ORDER);
        });
    }

    /** A thread whose start is noted. */
    private static final class NeverRun extends Thread {
        private final Runnable started;

        NeverRun(Runnable started) {
            this.started = started;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one thread only
        public void start() {
            started.run();
        }
    }

    // ---- steps ----

    /**
     * Submit or SubmitSynchronously: a session stages so many new I/Os and puts them into the queue as one batch, or is sent
     * away with them.
     *
     * @param busy whether somebody else is at the queue, as its gate sees it
     */
    public String submit(int session, int count, boolean busy) {
        WorkerSubmitter submitter = submitters[session];
        List<String> numbers = new ArrayList<>();
        Runnable step = () -> {
            stage(session, count, numbers);
            submitter.step();
        };
        if (busy) {
            gate.enter();
        }
        take(submitter, step, null);
        if (busy) {
            gate.leave();
        }
        inserted += last.step == Step.SUBMIT ? last.argument : 0;
        return last.step.action() + "(" + session + ", <<" + String.join(", ", numbers) + ">>)";
    }

    private void stage(int session, int count, List<String> numbers) {
        sessions[session].enterBatchMode();
        for (int i = 0; i < count; i++) {
            NumberedIo io = new NumberedIo();
            io.handle = (Handle) sessions[session].acquire(io.result);
            io.generation = io.handle.generation();
            ios[submitted++] = io;
            ioOfHandle[io.handle.id()] = submitted;
            issued.get(session).add(submitted);
            numbers.add(Integer.toString(submitted));
            io.handle.startRead(target, ByteBuffer.allocate(1), 0);
        }
        // The submitter that the session knows only takes the batch; its step comes after.
        sessions[session].exitBatchMode();
    }

    /** The next step of a submitter that has submitted: it sets a latch, or performs an I/O itself. */
    public String stepSubmitter(int session) {
        WorkerSubmitter submitter = submitters[session];
        return take(submitter, submitter::step, null);
    }

    /**
     * The next step of the supervisor.
     *
     * @param retiree the worker that it asks to exit, should it ask one
     * @return null if it found nothing to do
     */
    public String stepSupervisor(int retiree) {
        retires = retiree;
        String action = take(supervisor, supervisor::step, null);
        if (supervisor.point() == WorkerSupervisor.Point.AWAIT && !poolChanged.isSet()) {
            runner.waits(supervisor, supervisor::step);
        }
        return action;
    }

    /**
     * The next step of a worker.
     *
     * @param index the worker; the registered ones by slot, then those that start, then those that leave
     * @param failReopen whether its reopen fails, if this is the step
     * @return the action, or {@link #CRASH}; null for a step that the probe is not told of, such as fault C's
     */
    public String stepWorker(int index, boolean failReopen) {
        IoWorker worker = workers.get(index);
        String owed = worker.point() == IoWorker.Point.HAND_OVER ? owedSet(worker) : null;
        last.failReopen = failReopen;
        String action = take(worker, worker::step, owed);
        if (last.step == Step.REGISTER) {
            occupants[worker.slot()] = worker;
        }
        workers.sort(ORDER);
        if (worker.point() == IoWorker.Point.ENDED) {
            workers.remove(worker);
        } else if (isAsleep(worker)) {
            runner.waits(worker, worker::step);
        }
        return action;
    }

    /** The same step of a worker at the queue, which then wakes nobody, if damping is chosen here: {@link #isDampedLook}. */
    public String stepWorkerQuietly(int index) {
        damping.beQuiet(true);
        String action = stepWorker(index, false);
        damping.beQuiet(false);
        return action;
    }

    /** Interrupt; null if there is nobody to interrupt. */
    public String interrupt(int slot) {
        return method.interrupt(slot) ? "Interrupt(" + slot + ")" : null;
    }

    /** Reload; 0 closes the instance. */
    public String reload(int size) {
        if (size == 0) {
            method.beginClose();
        } else {
            method.reload(size);
        }
        return "Reload(" + size + ")";
    }

    /** CloseSession. None of its I/Os is pending. */
    public String closeSession(int session) {
        runner.run(submitters[session], sessions[session]::close);
        closed[session] = true;
        issued.get(session).clear();
        return "CloseSession(" + session + ")";
    }

    private String take(Object process, Runnable step, String argument) {
        last.step = null;
        try {
            runner.run(process, step);
        } catch (IllegalStateException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("SetLatch(NULL)")) {
                return CRASH;
            }
            throw e;
        }
        if (last.step == null) {
            return null;
        }
        return switch (last.step) {
            case START_WORKER, EXIT_WORKER -> last.step.action();
            case HAND_OVER -> last.step.action() + "(" + argument + ")";
            case REQUEST_SHUTDOWN, RELOAD -> last.step.action() + "(" + last.argument + ")";
            default -> last.step.action() + "(" + last.actor + ")";
        };
    }

    // ---- who can take a step ----

    /** How many workers have been started and have not ended. */
    public int workers() {
        return workers.size();
    }

    /** Whether a worker's next step is one: it does not wait for a latch that is not set. */
    public boolean canStepWorker(int index) {
        return !isAsleep(workers.get(index));
    }

    /** Whether a worker waits for its latch, which is not set. */
    private boolean isAsleep(IoWorker worker) {
        return worker.point() == IoWorker.Point.AWAIT && !isLatchSet(worker.slot());
    }

    /** Whether a worker's next step reopens a target, which may fail. */
    public boolean isAtReopen(int index) {
        return workers.get(index).point() == IoWorker.Point.REOPEN;
    }

    /** Whether a worker's next step is its look at the queue, and whether it then wakes anybody is chosen here. */
    public boolean isDampedLook(int index) {
        return damping != null && workers.get(index).point() == IoWorker.Point.LOOK;
    }

    /** Whether the supervisor's next step is one. */
    public boolean canStepSupervisor() {
        return switch (supervisor.point()) {
            case AWAIT -> poolChanged.isSet();
            case ENDED -> false;
            default -> true;
        };
    }

    /** Whether the supervisor's next step may ask a worker to exit. */
    public boolean isAtShrink() {
        return supervisor.point() == WorkerSupervisor.Point.SHRINK;
    }

    /** The slots of the registered workers. */
    public List<Integer> registered() {
        long registered = method.control().state().registered();
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < AioSettings.MAX_IO_WORKERS; slot++) {
            if ((registered & 1L << slot) != 0) {
                slots.add(slot);
            }
        }
        return slots;
    }

    /** Whether a session may submit. */
    public boolean canSubmit(int session) {
        return !closed[session] && submitters[session].point() == WorkerSubmitter.Point.READY;
    }

    /** Whether the queue has a gate, at which a submitter may find somebody else. */
    public boolean hasGate() {
        return gate != QueueGate.OPEN;
    }

    /** Whether a session has submitted and not finished doing so. */
    public boolean canStepSubmitter(int session) {
        return submitters[session].point() != WorkerSubmitter.Point.READY;
    }

    /** Whether a session may close without waiting. */
    public boolean canCloseSession(int session) {
        return canSubmit(session)
                && issued.get(session).stream().noneMatch(io -> status(io).equals("Submitted"));
    }

    /** Whether every session is closed. */
    public boolean isEverySessionClosed() {
        for (boolean isClosed : closed) {
            if (!isClosed) {
                return false;
            }
        }
        return true;
    }

    /** I/Os submitted so far. */
    public int submitted() {
        return submitted;
    }

    /** What is wanted of the pool: io_workers now. */
    public int poolTarget() {
        return method.control().state().target();
    }

    // ---- what there is to see ----

    /** NoLostWakeup is violated: I/Os are queued, every registered worker sleeps, and nobody is going to wake one. */
    public boolean isWakeupLost() {
        ControlState control = method.control().state();
        if (control.queued().length == 0 || control.registered() == 0) {
            return false;
        }
        long asleep = 0;
        for (IoWorker worker : workers) {
            if (isAsleep(worker)) {
                asleep |= 1L << worker.slot();
            }
        }
        return asleep == control.registered() && (owedBits() & control.registered()) == 0;
    }

    /**
     * WorkConserving is violated: I/Os are queued, a worker may be chosen, and none is on its way to the queue or, about to
     * leave, will pass that duty on.
     */
    public boolean isWorkNotConserved() {
        ControlState control = method.control().state();
        if (control.queued().length == 0 || control.idle() == 0) {
            return false;
        }
        long owed = owedBits();
        return workers.stream().noneMatch(worker -> isOnItsWay(worker, owed));
    }

    private boolean isOnItsWay(IoWorker worker, long owed) {
        return switch (worker.point()) {
            case RESET_LATCH, LOOK -> true;
            case CHECK_INTERRUPTS -> handsOver || !worker.isExitRequested();
            case AWAIT -> isLatchSet(worker.slot()) || (owed & 1L << worker.slot()) != 0;
            case DEREGISTER -> handsOver;
            default -> false;
        };
    }

    private long owedBits() {
        long owed = 0;
        for (IoWorker worker : workers) {
            owed |= MethodState.owedBits(worker.owed());
        }
        for (WorkerSubmitter submitter : submitters) {
            owed |= MethodState.owedBits(submitter.owed());
        }
        return owed;
    }

    /** An I/O that is submitted and not completed is not in exactly one place, or one that is completed is in some; or null. */
    public String misplaced() {
        int[] places = new int[ios.length];
        for (int handle : method.control().state().queued()) {
            places[ioOf(handle) - 1]++;
        }
        for (IoWorker worker : workers) {
            if (worker.hand() != null) {
                places[ioOf(worker.hand().id()) - 1]++;
            }
        }
        for (WorkerSubmitter submitter : submitters) {
            for (int i = 0; submitter.point() != WorkerSubmitter.Point.READY && i < submitter.leftover(); i++) {
                places[ioOf(submitter.leftover(i).id()) - 1]++;
            }
        }
        for (int io = 1; io <= submitted; io++) {
            boolean pending = status(io).equals("Submitted");
            if (places[io - 1] != (pending ? 1 : 0)) {
                return "I/O " + io + " is " + status(io) + " and in " + places[io - 1] + " places";
            }
        }
        return null;
    }

    /** An I/O that was submitted and is not completed, or 0. */
    public int pending() {
        for (int io = 1; io <= submitted; io++) {
            if (status(io).equals("Submitted")) {
                return io;
            }
        }
        return 0;
    }

    MethodState state() {
        return new MethodState(this, method.control().state());
    }

    /**
     * Everything that the next steps depend on and the specification does not name: where the supervisor stands, and what the
     * wakeup policies remember.
     */
    public String hidden() {
        return supervisor.point()
                + (poolChanged.isSet() ? " set" : "")
                + method.control().wakeupMemories();
    }

    /** A short name for the state without {@link #hidden}, the same whenever nothing can tell two states apart. */
    public String key(StateNotation notation) {
        return state().key(notation);
    }

    /** All variables of WorkerMethod in the specification's notation, by name. */
    public Map<String, String> variables(StateNotation notation) {
        return state().variables(notation);
    }

    IoWorker occupant(int slot) {
        return occupants[slot];
    }

    List<IoWorker> running() {
        return workers;
    }

    boolean isLatchSet(int slot) {
        return latches.get(slot).isSet();
    }

    WorkerSubmitter submitter(int session) {
        return submitters[session];
    }

    int sessions() {
        return sessions.length;
    }

    boolean isClosed(int session) {
        return closed[session];
    }

    List<Integer> issued(int session) {
        return issued.get(session);
    }

    int mostIos() {
        return ios.length;
    }

    int queueSize() {
        return queueSize;
    }

    int inserted() {
        return inserted;
    }

    int ioAt(int ringSlot) {
        return ioOf(method.control().ioAt(ringSlot));
    }

    int ioOf(int handle) {
        return ioOfHandle[handle];
    }

    /**
     * Where the I/O with that number is, in the specification's words. The handle, its generation and its result must be
     * what the word says; otherwise it is the handle itself that is named, and no state of the specification has that.
     */
    String status(int io) {
        if (io > submitted) {
            return "Unsubmitted";
        }
        NumberedIo numbered = ios[io - 1];
        Handle handle = numbered.handle;
        if (handle.generation() == numbered.generation) {
            if (handle.state() == HandleState.SUBMITTED) {
                return "Submitted";
            }
            if (handle.state() == HandleState.COMPLETED_SHARED) {
                return outcome(handle.result());
            }
        } else if (handle.generation() == numbered.generation + 1 && handle.state() == HandleState.IDLE) {
            // The issuer has reclaimed it: after a synchronous I/O, or when it closed.
            return outcome(numbered.result.errno() > 0 ? -numbered.result.errno() : numbered.result.bytes());
        }
        return handle.toString();
    }

    private static String outcome(int result) {
        if (result == 1) {
            return "Ok";
        }
        return result == -Errno.ENOENT ? "Enoent" : "result " + result;
    }

    private static String owedSet(IoWorker worker) {
        return MethodState.set(MethodState.owedBits(worker.owed()));
    }

    /** The method as a session sees it, its submitters stepped. */
    private final class SteppedOperations implements MethodOperations {
        @Override
        public boolean needsSynchronousExecution(Handle handle) {
            return method.needsSynchronousExecution(handle);
        }

        @Override
        public Submitter newSubmitter(int session, SynchronousPerformer performer) {
            submitters[session] = (WorkerSubmitter) method.newSubmitter(session, performer);
            return new StagedSubmitter(submitters[session]);
        }

        @Override
        public void close() {
            // The instance is closed by steps.
        }
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
            throw new UnsupportedOperationException("the sessions only read");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
