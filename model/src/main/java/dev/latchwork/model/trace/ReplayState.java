package dev.latchwork.model.trace;

import dev.latchwork.model.IdleChoice;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.Wakeups;
import dev.latchwork.model.WorkerPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The protocol's state at the bounds of a real run, and the protocol's step, event by event: each event is checked against
 * the state before it (guard, actor's program point, what it was taken on) and after it (what the code saw when it left the
 * critical section). Mutable, confined to its thread.
 */
public final class ReplayState {
    /*
     * Overview
     * 1 What it is: the variables of the protocol for up to 32 workers, any number of sessions and any number of I/Os, each a
     *   handle and a generation.
     * 2 Corresponds to: ProtocolState and the records of Action, whose rows of docs/protocol.md it takes in turn. Those cannot
     *   hold a real run: a state there is a few packed words, in which each I/O has its own field and is submitted once, for
     *   at most eight workers. What is shared is what decides: the program points, Variant with its choice, fan-out and idle
     *   updates, and IdleChoice. That guards and effects agree besides is checked on random behaviours of the model:
     *   ReplayAgreesWithModelTest.
     * 3 Representation: sets of workers as bits; the queue, the uses of handles and the sessions in a class each (QueuedIos,
     *   SubmittedIos, SubmitterStates).
     * 4 Invariants: an event that is refused leaves the state as it was.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none; that no wakeup is lost is a property of the protocol, not of one run. That a run
     *   took only the protocol's steps is what makes the properties of the one hold for the other.
     * 9 Departures, gaps: the exact accounting of wakeups, and interrupts elsewhere than at every turn, are not replayed. Closing a session is no event; a close of the pool is accepted when every session could be closed. Leavers
     *   have the slot that they had: more than the protocol knows of them. Of several who had the same slot, an event does not
     *   say which one takes the step: every assignment that the events allow is kept (PossibleLeavers).
     */
    /** The most workers. */
    public static final int MAX_WORKERS = 32;

    private final Variant variant;
    private final int workers;
    private final TraceCoverage coverage;

    private final QueuedIos queue;
    private final SubmittedIos submitted;
    private final SubmitterStates submitters;
    private int idle;
    private int inUse;
    private int latch;
    private int exitRequested;
    private int usedSlots;
    private final WorkerPoint[] point;
    private final long[] hand;
    /** For each worker the latches that it owes, the next one first. */
    private final int[][] owed;

    private final int[] owedCount;
    private final PossibleLeavers leavers;
    private int starting;
    private int target;

    /**
     * A worker without a slot that has not ended.
     *
     * @param slot the one that it had
     * @param owes latches that it owes, as bits
     */
    public record Leaver(int slot, int owes) {}

    /**
     * The start: nothing runs yet.
     *
     * @param workers slots of the registry, 1 to 32
     * @param ringSize slots of the ring, a power of two
     * @param target the pool's size at the start
     * @param coverage is told what each event comes to
     * @throws IllegalArgumentException if the variant takes a decision that cannot be replayed
     */
    public ReplayState(Variant variant, int workers, int ringSize, int target, TraceCoverage coverage) {
        if (variant.wakeup().accounting() == Wakeups.EXACT
                || !variant.interrupts().atEveryTurn()
                || variant.interrupts().withIoInHand()) {
            throw new IllegalArgumentException("runs of " + variant.name() + " cannot be replayed");
        }
        if (workers < 1 || workers > MAX_WORKERS || Integer.bitCount(ringSize) != 1) {
            throw new IllegalArgumentException(workers + " workers, " + ringSize + " slots of the ring");
        }
        this.variant = variant;
        this.workers = workers;
        this.target = target;
        this.coverage = coverage;
        queue = new QueuedIos(ringSize);
        submitted = new SubmittedIos();
        submitters = new SubmitterStates();
        leavers = new PossibleLeavers();
        point = new WorkerPoint[workers];
        Arrays.fill(point, WorkerPoint.VACANT);
        hand = new long[workers];
        owed = new int[workers][workers];
        owedCount = new int[workers];
    }

    private ReplayState(ReplayState other) {
        variant = other.variant;
        workers = other.workers;
        target = other.target;
        coverage = new TraceCoverage();
        queue = other.queue.copy();
        submitted = other.submitted.copy();
        submitters = other.submitters.copy();
        idle = other.idle;
        inUse = other.inUse;
        latch = other.latch;
        exitRequested = other.exitRequested;
        usedSlots = other.usedSlots;
        starting = other.starting;
        leavers = other.leavers.copy();
        point = other.point.clone();
        hand = other.hand.clone();
        owed = Arrays.stream(other.owed).map(int[]::clone).toArray(int[][]::new);
        owedCount = other.owedCount.clone();
    }

    /** A state of its own with the same values, that tells nobody what it comes to. */
    public ReplayState copy() {
        return new ReplayState(this);
    }

    // ---- what the state is ----

    /** Slots of the registry. */
    public int workers() {
        return workers;
    }

    /** Slots of the ring. */
    public int ringSize() {
        return queue.ringSize();
    }

    /** I/Os in the queue. */
    public int depth() {
        return queue.depth();
    }

    /** The queued I/O at {@code position}, 0 being the oldest. */
    public long queued(int position) {
        return queue.at(position);
    }

    /** The idle set. */
    public int idle() {
        return idle;
    }

    /** The slots that are taken. */
    public int inUse() {
        return inUse;
    }

    /** The latches that are set. */
    public int latch() {
        return latch;
    }

    /** The workers, or last owners of a free slot, of which an exit was requested. */
    public int exitRequested() {
        return exitRequested;
    }

    /** Where the worker stands. */
    public WorkerPoint point(int worker) {
        return point[worker];
    }

    /** The I/O that the worker has consumed and not completed. */
    public long hand(int worker) {
        return hand[worker];
    }

    /** Latches that the worker owes. */
    public int owedCount(int worker) {
        return owedCount[worker];
    }

    /** The latch that the worker owes at {@code position}, 0 being the next. */
    public int owed(int worker, int position) {
        return owed[worker][position];
    }

    /** Workers that have started and not registered. */
    public int starting() {
        return starting;
    }

    /**
     * Workers without a slot that have not ended. Where several had one slot and owe different sets of latches, the events may
     * allow more than one answer, and this is one of them.
     */
    public List<Leaver> leavers() {
        return leavers.any();
    }

    /** Every answer that the events allow. */
    Set<List<Leaver>> possibleLeavers() {
        return leavers.all();
    }

    /** The size that the pool is to have. */
    public int target() {
        return target;
    }

    /** Sessions that have submitted so far have numbers below this one. */
    public int submitters() {
        return submitters.count();
    }

    /** Where the session stands. */
    public SubmitterPoint submitterPoint(int session) {
        return submitters.point(session);
    }

    /** The worker whose latch the session owes, or {@link WakeupTarget#NOBODY}. */
    public int submitterOwed(int session) {
        return submitters.owed(session);
    }

    /** I/Os that the session has still to perform. */
    public int leftoverCount(int session) {
        return submitters.leftoverCount(session);
    }

    /** The I/O at {@code position} of those that the session has still to perform, 0 being the next. */
    public long leftover(int session, int position) {
        return submitters.leftover(session, position);
    }

    /** What the session has submitted and nobody completed, in the order of the handles. */
    public List<Long> outstanding(int session) {
        return submitted.outstanding(session);
    }

    /** Everything that was submitted and nobody completed. */
    public int outstanding() {
        return submitted.outstanding();
    }

    /** Workers that are starting, registered or leaving. */
    public int running() {
        return starting + Integer.bitCount(inUse) + leavers.size();
    }

    boolean isLatchSet(int worker) {
        return (latch & (1 << worker)) != 0;
    }

    boolean isExitRequested(int worker) {
        return (exitRequested & (1 << worker)) != 0;
    }

    boolean isOutstanding(int handle) {
        return submitted.isOutstanding(handle);
    }

    /** What is not as it should be when a run has ended, or null: everything completed, everybody ended. */
    public String unfinished() {
        if (outstanding() != 0) {
            return outstanding() + " I/Os were submitted and not completed";
        }
        if (target != 0) {
            return "the pool is to have " + target + " workers: the instance was not closed";
        }
        return running() == 0 ? null : running() + " workers have not ended";
    }

    // ---- the step ----

    /**
     * Takes the step that an event tells of.
     *
     * @return null; or, if the protocol has no such step here, why, and the state stays as it was
     */
    public String take(TraceEvent event) {
        String refused = event.actor() >= (event.action().isOfSession() ? Integer.MAX_VALUE : workers)
                ? "there is no worker " + event.actor()
                : step(event);
        if (refused == null) {
            coverage.saw(event.action());
        }
        return refused;
    }

    private String step(TraceEvent event) {
        int actor = event.actor();
        return switch (event.action()) {
            case SUBMIT -> submit(actor, event);
            case SUBMIT_SYNCHRONOUSLY -> submitSynchronously(actor, event);
            case SUBMIT_SET_LATCH -> submitSetLatch(actor, event);
            case PERFORM_SYNCHRONOUSLY -> performSynchronously(actor, event);
            case START_WORKER -> startWorker(event);
            case START_TAKEN_BACK -> startTakenBack();
            case REGISTER -> register(actor, event);
            case CHECK_INTERRUPTS -> checkInterrupts(actor, event);
            case CONSUME -> consume(actor, event, variant.wakeup().fanOut().peers(depth() - 1));
            case CONSUME_QUIETLY -> consumeQuietly(actor, event);
            case MARK_IDLE -> markIdle(actor, event);
            case WAKE_PEER -> wakePeer(actor, event);
            case REOPEN -> reopen(actor, event, WorkerPoint.PERFORM, Side.REOPEN);
            case REOPEN_FAIL -> reopen(actor, event, WorkerPoint.COMPLETE_FAILED, Side.REOPEN_FAIL);
            case PERFORM -> complete(actor, event, WorkerPoint.PERFORM, WorkerPoint.CHECK_INTERRUPTS, Side.PERFORM);
            case COMPLETE_FAILED ->
                complete(actor, event, WorkerPoint.COMPLETE_FAILED, WorkerPoint.DEREGISTER, Side.COMPLETE_FAILED);
            case AWAIT -> await(actor);
            case RESET_LATCH -> resetLatch(actor);
            case DEREGISTER -> deregister(actor, event);
            case HAND_OVER -> handOver(actor, event);
            case EXIT_WORKER -> exitWorker(actor, event);
            case REQUEST_SHUTDOWN -> requestShutdown(event);
            case INTERRUPT -> interrupt(actor, event);
            case RELOAD -> reload(event);
        };
    }

    /** What the code saw after a critical section, against what the protocol leaves; null if they are the same. */
    private static String compare(TraceEvent event, int owes, int newDepth, int newRunning, int newIdle) {
        if (event.owed() != owes) {
            return "owes " + owes + " latches after it, recorded: " + event.owed();
        }
        if (event.depth() != newDepth) {
            return "the queue holds " + newDepth + " after it, recorded: " + event.depth();
        }
        if (event.running() != newRunning) {
            return newRunning + " workers run after it, recorded: " + event.running();
        }
        return event.idle() == newIdle
                ? null
                : "the idle set is " + set(newIdle) + " after it, recorded: " + set(event.idle());
    }

    private static String set(int bits) {
        List<Integer> members = new ArrayList<>();
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            members.add(Integer.numberOfTrailingZeros(rest));
        }
        return members.toString();
    }

    private String notAt(int worker, WorkerPoint wanted) {
        return worker >= 0 && point[worker] == wanted
                ? null
                : "worker " + worker + " is at " + (worker < 0 ? "no point" : point[worker]) + ", not at " + wanted;
    }

    private String submit(int session, TraceEvent event) {
        List<Long> batch = event.batch();
        String refused = notToBeSubmitted(session, batch);
        if (refused != null) {
            return refused;
        }
        int fitting = Math.min(batch.size(), queue.room());
        if (event.argument() != fitting) {
            return fitting + " of " + batch.size() + " fit into the queue, recorded: " + event.argument() + " inserted";
        }
        IdleChoice choice = new IdleChoice(idle, inUse, variant.idle());
        int chosen = WakeupTarget.NOBODY;
        for (int i = 0; i < fitting && chosen < 0; i++) {
            chosen = choice.choose(variant.wakeup().onSubmit());
        }
        refused = compare(event, chosen < 0 ? 0 : 1, depth() + fitting, running(), choice.idleBits());
        if (refused != null) {
            return refused;
        }
        batchSubmitted(session, batch, fitting, chosen);
        idle = choice.idleBits();
        coverage.saw(
                fitting == 0
                        ? Side.SUBMIT_NONE_FIT
                        : fitting < batch.size() ? Side.SUBMIT_SOME_FIT : Side.SUBMIT_ALL_FIT);
        if (fitting > 0) {
            coverage.saw(chosen < 0 ? Side.SUBMIT_NOBODY_IDLE : Side.SUBMIT_CHOSE);
        }
        return null;
    }

    private String submitSynchronously(int session, TraceEvent event) {
        String refused = variant.tryLock() ? notToBeSubmitted(session, event.batch()) : "submitters wait for the lock";
        if (refused == null) {
            batchSubmitted(session, event.batch(), 0, WakeupTarget.NOBODY);
        }
        return refused;
    }

    private String notToBeSubmitted(int session, List<Long> batch) {
        String refused = submitters.notAt(session, SubmitterPoint.READY);
        if (refused == null && (batch.isEmpty() || batch.size() > SubmitterStates.MAX_BATCH)) {
            refused = "a batch has 1 to " + SubmitterStates.MAX_BATCH + " I/Os, recorded: " + batch.size();
        }
        return refused == null ? submitted.notNew(batch) : refused;
    }

    /** The session's batch is submitted: the first so many are queued, the rest is left over; a latch may be owed. */
    private void batchSubmitted(int session, List<Long> batch, int queued, int worker) {
        batch.forEach(io -> submitted.submit(session, io));
        batch.subList(0, queued).forEach(queue::insert);
        submitters.submitted(session, batch.subList(queued, batch.size()), worker);
    }

    private String submitSetLatch(int session, TraceEvent event) {
        String refused = submitters.notAt(session, SubmitterPoint.SUBMIT_SET_LATCH);
        if (refused == null && event.argument() != submitterOwed(session)) {
            refused = "session " + session + " owes the latch of worker " + submitterOwed(session) + ", recorded: "
                    + event.argument();
        }
        if (refused != null) {
            return refused;
        }
        int worker = submitterOwed(session);
        coverage.saw(
                point[worker] == WorkerPoint.VACANT
                        ? Side.SUBMIT_SET_LATCH_OF_VACANT
                        : point[worker] == WorkerPoint.AWAIT
                                ? Side.SUBMIT_SET_LATCH_OF_WAITING
                                : Side.SUBMIT_SET_LATCH_OF_OTHER);
        if (isLatchSet(worker)) {
            coverage.saw(Side.SUBMIT_SET_LATCH_AGAIN);
        }
        latch |= 1 << worker;
        submitters.latchSet(session);
        coverage.saw(
                submitterPoint(session) == SubmitterPoint.READY
                        ? Side.SUBMIT_SET_LATCH_LAST
                        : Side.SUBMIT_SET_LATCH_BEFORE_LEFTOVER);
        return null;
    }

    private String performSynchronously(int session, TraceEvent event) {
        String refused = submitters.notAt(session, SubmitterPoint.PERFORM_SYNCHRONOUSLY);
        if (refused == null && event.io() != leftover(session, 0)) {
            refused = "the next I/O that session " + session + " has to perform is " + IoUse.text(leftover(session, 0))
                    + ", recorded: " + IoUse.text(event.io());
        }
        if (refused != null) {
            return refused;
        }
        submitted.complete(event.io());
        submitters.performed(session);
        coverage.saw(
                submitterPoint(session) == SubmitterPoint.READY
                        ? Side.PERFORM_SYNCHRONOUSLY_LAST
                        : Side.PERFORM_SYNCHRONOUSLY_MORE);
        return null;
    }

    private String startWorker(TraceEvent event) {
        if (running() >= target) {
            return running() + " workers run, and no more than " + target + " are wanted";
        }
        String refused = compare(event, 0, depth(), running() + 1, idle);
        if (refused == null) {
            coverage.saw(running() == 0 ? Side.START_WORKER_FIRST : Side.START_WORKER_MORE);
            starting++;
        }
        return refused;
    }

    private String startTakenBack() {
        if (starting == 0) {
            return "no worker is starting";
        }
        starting--;
        coverage.saw(Side.START_TAKEN_BACK);
        return null;
    }

    private String register(int worker, TraceEvent event) {
        if (starting == 0) {
            return "no worker is starting";
        }
        int lowestFree = Integer.numberOfTrailingZeros(~inUse);
        if (worker != lowestFree) {
            return "the lowest free slot is " + lowestFree + ", recorded: " + worker;
        }
        int marked = variant.idle().onRegister().after(idle, worker);
        String refused = compare(event, 0, depth(), running(), marked);
        if (refused != null) {
            return refused;
        }
        coverage.saw(isLatchSet(worker) ? Side.REGISTER_LATCH_SET : Side.REGISTER_LATCH_UNSET);
        coverage.saw((usedSlots & (1 << worker)) == 0 ? Side.REGISTER_NEW_SLOT : Side.REGISTER_USED_SLOT);
        starting--;
        usedSlots |= 1 << worker;
        inUse |= 1 << worker;
        idle = marked;
        exitRequested &= ~(1 << worker);
        point[worker] = WorkerPoint.CHECK_INTERRUPTS;
        return null;
    }

    private String checkInterrupts(int worker, TraceEvent event) {
        String refused = notAt(worker, WorkerPoint.CHECK_INTERRUPTS);
        if (refused == null && (event.argument() == 1) != isExitRequested(worker)) {
            refused = isExitRequested(worker)
                    ? "an exit is requested of worker " + worker + ", recorded: it stays"
                    : "no exit is requested of worker " + worker + ", recorded: it leaves";
        }
        if (refused == null) {
            boolean leaves = isExitRequested(worker);
            point[worker] = leaves ? WorkerPoint.DEREGISTER : WorkerPoint.LOOK;
            coverage.saw(leaves ? Side.CHECK_LEAVES : Side.CHECK_STAYS);
        }
        return refused;
    }

    private String consumeQuietly(int worker, TraceEvent event) {
        int candidates = worker < 0
                ? 0
                : idle & ~(1 << worker) & variant.wakeup().accounting().candidates(worker);
        if (!event.action().existsIn(variant)
                || candidates == 0
                || variant.wakeup().fanOut().peers(depth() - 1) <= 0) {
            return "there is nobody to wake, or a worker wakes whomever it can";
        }
        return consume(worker, event, 0);
    }

    private String consume(int worker, TraceEvent event, int wanted) {
        String refused = notAt(worker, WorkerPoint.LOOK);
        if (refused != null) {
            return refused;
        }
        if (depth() == 0) {
            return "the queue is empty";
        }
        long oldest = queued(0);
        if (event.argument() != IoUse.id(oldest)) {
            return "the oldest queued I/O is " + IoUse.text(oldest) + ", recorded: handle " + event.argument();
        }
        int left = depth() - 1;
        int candidates = variant.wakeup().accounting().candidates(worker);
        IdleChoice choice = new IdleChoice(variant.idle().onConsume().after(idle, worker), inUse, variant.idle());
        int chosen = 0;
        // What this worker owed before it has all delivered, so the room is free even if the event is refused.
        while (chosen < wanted) {
            int peer = choice.choose(variant.wakeup().onConsume(), candidates);
            if (peer == WakeupTarget.NOBODY) {
                break;
            }
            owed[worker][chosen++] = peer;
        }
        refused = compare(event, chosen, left, running(), choice.idleBits());
        if (refused != null) {
            return refused;
        }
        coverage.saw((idle & (1 << worker)) != 0 ? Side.CONSUME_WAS_IDLE : Side.CONSUME_WAS_NOT_IDLE);
        coverage.saw(wakes(left, chosen));
        hand[worker] = oldest;
        queue.removeOldest();
        idle = choice.idleBits();
        owedCount[worker] = chosen;
        point[worker] = chosen == 0 ? WorkerPoint.REOPEN : WorkerPoint.WAKE_PEER;
        return null;
    }

    private static Side wakes(int left, int chosen) {
        return switch (chosen) {
            case 0 -> left == 0 ? Side.CONSUME_LAST : Side.CONSUME_NOBODY_IDLE;
            case 1 -> left == 1 ? Side.CONSUME_WAKES_ONE_FOR_ONE : Side.CONSUME_WAKES_ONE_OF_TWO;
            default -> Side.CONSUME_WAKES_TWO;
        };
    }

    private String markIdle(int worker, TraceEvent event) {
        String refused = notAt(worker, WorkerPoint.LOOK);
        if (refused == null && depth() > 0) {
            refused = "the queue holds " + depth() + ", the oldest " + IoUse.text(queued(0));
        }
        int marked = refused == null ? variant.idle().onMarkIdle().after(idle, worker) : idle;
        refused = refused == null ? compare(event, 0, 0, running(), marked) : refused;
        if (refused == null) {
            coverage.saw(idle == marked ? Side.MARK_IDLE_WAS_IDLE : Side.MARK_IDLE_WAS_NOT_IDLE);
            idle = marked;
            point[worker] = WorkerPoint.AWAIT;
        }
        return refused;
    }

    private String wakePeer(int worker, TraceEvent event) {
        String refused = notAt(worker, WorkerPoint.WAKE_PEER);
        if (refused == null && event.argument() != owed[worker][0]) {
            refused = "the next latch that worker " + worker + " owes is that of worker " + owed[worker][0]
                    + ", recorded: " + event.argument();
        }
        if (refused != null) {
            return refused;
        }
        int peer = owed[worker][0];
        coverage.saw(
                point[peer] == WorkerPoint.VACANT
                        ? Side.WAKE_PEER_VACANT
                        : point[peer] == WorkerPoint.AWAIT ? Side.WAKE_PEER_WAITING : Side.WAKE_PEER_OTHER);
        if (isLatchSet(peer)) {
            coverage.saw(Side.WAKE_PEER_AGAIN);
        }
        latch |= 1 << peer;
        owedCount[worker]--;
        System.arraycopy(owed[worker], 1, owed[worker], 0, owedCount[worker]);
        point[worker] = owedCount[worker] == 0 ? WorkerPoint.REOPEN : WorkerPoint.WAKE_PEER;
        coverage.saw(owedCount[worker] == 0 ? Side.WAKE_PEER_LAST : Side.WAKE_PEER_MORE);
        return null;
    }

    private String otherThanInHand(int worker, TraceEvent event) {
        return event.io() == hand[worker]
                ? null
                : "worker " + worker + " has " + IoUse.text(hand[worker]) + " in hand, recorded: "
                        + IoUse.text(event.io());
    }

    private String reopen(int worker, TraceEvent event, WorkerPoint next, Side side) {
        String refused = notAt(worker, WorkerPoint.REOPEN);
        refused = refused == null ? otherThanInHand(worker, event) : refused;
        if (refused == null) {
            point[worker] = next;
            coverage.saw(side);
        }
        return refused;
    }

    private String complete(int worker, TraceEvent event, WorkerPoint at, WorkerPoint next, Side side) {
        String refused = notAt(worker, at);
        refused = refused == null ? otherThanInHand(worker, event) : refused;
        if (refused == null) {
            submitted.complete(hand[worker]);
            hand[worker] = IoUse.NONE;
            point[worker] = next;
            coverage.saw(side);
        }
        return refused;
    }

    private String await(int worker) {
        String refused = notAt(worker, WorkerPoint.AWAIT);
        if (refused == null && !isLatchSet(worker)) {
            refused = "nobody has set the latch of worker " + worker + " since it was reset";
        }
        if (refused == null) {
            point[worker] = WorkerPoint.RESET_LATCH;
            coverage.saw(Side.AWAIT);
        }
        return refused;
    }

    private String resetLatch(int worker) {
        String refused = notAt(worker, WorkerPoint.RESET_LATCH);
        if (refused == null) {
            latch &= ~(1 << worker);
            point[worker] = WorkerPoint.CHECK_INTERRUPTS;
            coverage.saw(Side.RESET_LATCH);
        }
        return refused;
    }

    private String deregister(int worker, TraceEvent event) {
        String refused = notAt(worker, WorkerPoint.DEREGISTER);
        if (refused != null) {
            return refused;
        }
        int own = 1 << worker;
        int still = variant.exit().idle().after(idle, worker);
        IdleChoice others = new IdleChoice(still & ~own, inUse, variant.idle());
        int owes = switch (variant.exit().handOver()) {
            case NOBODY -> 0;
            case ONE_IDLE_PEER ->
                depth() == 0
                        ? 0
                        : WakeupTarget.setOf(others.choose(variant.exit().choice()));
            case ALL_PEERS -> inUse & ~own;
        };
        int newIdle = others.idleBits() | (still & own);
        refused = compare(event, Integer.bitCount(owes), depth(), running(), newIdle);
        if (refused != null) {
            return refused;
        }
        coverage.saw((idle & own) != 0 ? Side.DEREGISTER_WAS_IDLE : Side.DEREGISTER_WAS_NOT_IDLE);
        coverage.saw(isExitRequested(worker) ? Side.DEREGISTER_AT_REQUEST : Side.DEREGISTER_AFTER_FAILURE);
        coverage.saw(
                depth() == 0
                        ? Side.DEREGISTER_EMPTY
                        : owes == 0 ? Side.DEREGISTER_NOBODY_IDLE : Side.DEREGISTER_HANDS_OVER);
        idle = newIdle;
        inUse &= ~own;
        point[worker] = WorkerPoint.VACANT;
        leavers.add(new Leaver(worker, owes));
        return null;
    }

    private String handOver(int slot, TraceEvent event) {
        int peer = event.argument();
        String refused = leavers.handOver(slot, peer);
        if (refused != null) {
            return refused;
        }
        coverage.saw(
                point[peer] == WorkerPoint.VACANT
                        ? Side.HAND_OVER_TO_VACANT
                        : point[peer] == WorkerPoint.AWAIT ? Side.HAND_OVER_TO_WAITING : Side.HAND_OVER_TO_OTHER);
        if (isLatchSet(peer)) {
            coverage.saw(Side.HAND_OVER_AGAIN);
        }
        latch |= 1 << peer;
        return null;
    }

    private String exitWorker(int slot, TraceEvent event) {
        if (!leavers.canEnd(slot)) {
            return "nobody who had slot " + slot + " and owes nothing has not ended";
        }
        String refused = compare(event, 0, depth(), running() - 1, idle);
        if (refused == null) {
            leavers.end(slot);
            coverage.saw(Side.EXIT_WORKER);
        }
        return refused;
    }

    private String requestShutdown(TraceEvent event) {
        int worker = event.argument();
        if (running() <= target) {
            return running() + " workers run, and " + target + " are wanted";
        }
        if (leavers.size() > 0 || (exitRequested & inUse) != 0) {
            return "a worker is on its way out";
        }
        if (worker < 0 || worker >= workers || point[worker] == WorkerPoint.VACANT) {
            return "nobody has slot " + worker;
        }
        String refused = compare(event, 0, depth(), running(), idle);
        if (refused == null) {
            coverage.saw(
                    point[worker] == WorkerPoint.AWAIT
                            ? Side.REQUEST_SHUTDOWN_OF_WAITING
                            : hand[worker] == IoUse.NONE
                                    ? Side.REQUEST_SHUTDOWN_OF_OTHER
                                    : Side.REQUEST_SHUTDOWN_WITH_IO);
            request(worker);
        }
        return refused;
    }

    private String interrupt(int worker, TraceEvent event) {
        if (worker < 0 || point[worker] == WorkerPoint.VACANT) {
            return "nobody has slot " + worker;
        }
        if (isExitRequested(worker)) {
            return "an exit is requested of worker " + worker + " already";
        }
        String refused = compare(event, 0, depth(), running(), idle);
        if (refused == null) {
            coverage.saw(
                    point[worker] == WorkerPoint.AWAIT
                            ? Side.INTERRUPT_OF_WAITING
                            : hand[worker] == IoUse.NONE ? Side.INTERRUPT_OF_OTHER : Side.INTERRUPT_WITH_IO);
            request(worker);
        }
        return refused;
    }

    private void request(int worker) {
        exitRequested |= 1 << worker;
        latch |= 1 << worker;
    }

    private String reload(TraceEvent event) {
        int size = event.argument();
        if (target == 0) {
            return "the instance was closed";
        }
        if (size < 0 || size > workers) {
            return "a pool of " + size + " workers";
        }
        if (size == 0) {
            String busy = submitters.notAllReady();
            if (busy != null) {
                return busy;
            }
            if (outstanding() != 0) {
                return "the instance is closed while " + outstanding() + " I/Os are not completed";
            }
        }
        String refused = compare(event, 0, depth(), running(), idle);
        if (refused == null) {
            coverage.saw(
                    size == 0
                            ? Side.RELOAD_CLOSE
                            : size > target ? Side.RELOAD_MORE : size < target ? Side.RELOAD_FEWER : Side.RELOAD_SAME);
            target = size;
        }
        return refused;
    }
}
