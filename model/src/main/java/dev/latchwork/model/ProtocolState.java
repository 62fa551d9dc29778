package dev.latchwork.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One state of the protocol: all variables of {@code docs/protocol.md}, and how much of each budget is used. Immutable,
 * with value equality. Workers and submitters are numbered from 0, I/Os from 1; sets of workers are bits, bit {@code w}
 * for worker {@code w}; a wakeup target is a worker or one of {@link WakeupTarget}'s two other values. An index outside
 * its {@link Bounds} is the caller's error, and its result is not defined.
 */
public final class ProtocolState {
    /*
     * Overview
     * 1 What it is: the state vector of the transition system that Explorer walks.
     * 2 Corresponds to: the variables of WorkerMethod, and the three budget counters of MCWorkerMethod.
     * 3 Representation: a few 64-bit words (two for three workers and four I/Os), laid out by StateLayout for given
     *   bounds. A sequence is a run of small numbers of which 0 ends it, element 0 in the lowest bits, so that to
     *   consume is to shift. Fields have room for a little more than the protocol allows (one worker more, a whole
     *   batch above the capacity): a faulty variant must be caught by an invariant, not by the encoding.
     * 4 Invariants: TypeOK, which the encoding does not imply.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: final fields; the words are never written after construction, except those of a
     *   view (Successors, Slice, Partition), which stays within one thread and is copied before it is kept.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: inUse follows from point, and hand and owed are bound to it, but they are kept
     *   apart, as in the specification, so that a fault in one of them is a state that can be seen.
     */
    private final StateLayout layout;
    private final long[] words;

    private ProtocolState(StateLayout layout, long[] words) {
        this.layout = layout;
        this.words = words;
    }

    /** The first state: the pool is to have its configured size, all latches are unset; nothing runs, or all wait. */
    static ProtocolState start(StateLayout layout) {
        Bounds bounds = layout.bounds();
        return new ProtocolState(layout, new long[layout.words]).with(first -> {
            first.target(bounds.poolSize());
            if (bounds.start() == Start.WARM) {
                first.idle((1 << bounds.workers()) - 1);
                for (int w = 0; w < bounds.workers(); w++) {
                    first.inUse(w, true);
                    first.point(w, WorkerPoint.AWAIT);
                }
            }
        });
    }

    /** The state whose packed form is {@code words}, which the state now owns. */
    static ProtocolState ofWords(StateLayout layout, long[] words) {
        return new ProtocolState(layout, words);
    }

    /** This state with the changes that {@code changes} makes to a copy. */
    public ProtocolState with(Consumer<StateDraft> changes) {
        long[] copy = words.clone();
        changes.accept(new StateDraft(layout, copy));
        return new ProtocolState(layout, copy);
    }

    /** This state, safe from whoever writes to its words. */
    ProtocolState copy() {
        return new ProtocolState(layout, words.clone());
    }

    StateLayout layout() {
        return layout;
    }

    /** The packed form. Never to be written. */
    long[] words() {
        return words;
    }

    /** The bounds in which this state lives. */
    public Bounds bounds() {
        return layout.bounds();
    }

    /** Number of I/Os in the submission queue. */
    public int depth() {
        return layout.queue.size(words);
    }

    /** Id of the queued I/O at {@code position}, 0 (the oldest) to {@code depth() - 1}. */
    public int queued(int position) {
        return layout.queue.get(words, position);
    }

    /** The queue, oldest first. */
    public IntStream queue() {
        return IntStream.range(0, depth()).map(this::queued);
    }

    /** The idle set. */
    public int idleBits() {
        return layout.idle.get(words, 0);
    }

    /** The slots that belong to a registered worker. */
    public int inUseBits() {
        return layout.inUse.get(words, 0);
    }

    /** The slots whose latch is set. */
    public int latchBits() {
        return layout.latch.get(words, 0);
    }

    /** The slots for whose worker a shutdown request or an interrupt is pending. */
    public int exitRequestedBits() {
        return layout.exitRequested.get(words, 0);
    }

    /** Whether {@code worker} may be chosen. */
    public boolean isIdle(int worker) {
        return (idleBits() & (1 << worker)) != 0;
    }

    /** Whether {@code worker} is registered. */
    public boolean isInUse(int worker) {
        return (inUseBits() & (1 << worker)) != 0;
    }

    /** Whether the latch of slot {@code worker} is set. */
    public boolean isLatchSet(int worker) {
        return (latchBits() & (1 << worker)) != 0;
    }

    /** Whether an exit is requested of {@code worker}. */
    public boolean isExitRequested(int worker) {
        return (exitRequestedBits() & (1 << worker)) != 0;
    }

    /** Program point of {@code worker}. */
    public WorkerPoint point(int worker) {
        return WorkerPoint.ofCode(layout.point.get(words, worker));
    }

    /** Id of the I/O that {@code worker} has consumed and not completed, or 0. */
    public int hand(int worker) {
        return layout.hand.get(words, worker);
    }

    /** Number of wakeups that {@code worker} has chosen and not delivered. */
    public int owedCount(int worker) {
        return layout.owed[worker].size(words);
    }

    /** Target of the wakeup at {@code position} of those that {@code worker} owes, 0 being the next to deliver. */
    public int owed(int worker, int position) {
        return WakeupTarget.decode(layout.owed[worker].get(words, position), bounds().workers());
    }

    /** Targets of the wakeups that {@code worker} owes, in the order of delivery. */
    public IntStream owed(int worker) {
        return IntStream.range(0, owedCount(worker)).map(position -> owed(worker, position));
    }

    /** Workers that are started and not registered. */
    public int starting() {
        return layout.starting.get(words, 0);
    }

    /** Workers that have released their slot, owe exactly the latches {@code owes}, and have not ended. */
    public int leavers(int owes) {
        int code = layout.encodeLeaver(owes);
        int count = 0;
        for (PackedArray entry : layout.leavers) {
            count += entry.get(words, 0) == code ? 1 : 0;
        }
        return count;
    }

    /** All workers that have released their slot and have not ended. */
    public int leavers() {
        int count = 0;
        for (PackedArray entry : layout.leavers) {
            count += entry.get(words, 0) != 0 ? 1 : 0;
        }
        return count;
    }

    /** For each of these workers the set of latches that it owes, in ascending order. */
    public IntStream leaverSets() {
        return Arrays.stream(layout.leavers)
                .mapToInt(entry -> entry.get(words, 0))
                .filter(code -> code != 0)
                .map(layout::decodeLeaver);
    }

    /** All latches that some of these workers owe. */
    public int owedByLeavers() {
        int owed = 0;
        for (PackedArray entry : layout.leavers) {
            int code = entry.get(words, 0);
            owed |= code == 0 ? 0 : layout.decodeLeaver(code);
        }
        return owed;
    }

    /** The workers that were chosen and have not looked at the queue since; kept for exact accounting only. */
    public int underWayBits() {
        return layout.underWay.get(words, 0);
    }

    /** The workers whose interrupt is kept apart from a shutdown request; kept for the faults C and E only. */
    public int interruptedBits() {
        return layout.interrupted.get(words, 0);
    }

    /** The workers that come from a wait and have not checked for interrupts since; kept for fault E only. */
    public int waitedBits() {
        return layout.waited.get(words, 0);
    }

    /** Whether an interrupt of {@code worker} is kept apart. */
    public boolean isInterrupted(int worker) {
        return (interruptedBits() & (1 << worker)) != 0;
    }

    /** Whether {@code worker} comes from a wait. */
    public boolean hasWaited(int worker) {
        return (waitedBits() & (1 << worker)) != 0;
    }

    /** The slots for whose worker an exit is pending, in whichever way. */
    public int exitPendingBits() {
        return exitRequestedBits() | interruptedBits();
    }

    /** What {@code submitter} has issued: bit {@code i} for I/O {@code i}; kept where sessions close only. */
    public int issuedBits(int submitter) {
        return bounds().closes() ? layout.issued[submitter].get(words, 0) << 1 : 0;
    }

    /** Whether every session is closed. */
    public boolean areAllSessionsClosed() {
        for (int s = 0; s < bounds().submitters(); s++) {
            if (submitterPoint(s) != SubmitterPoint.CLOSED) {
                return false;
            }
        }
        return true;
    }

    /** Workers that exist: starting, registered or leaving. */
    public int running() {
        return starting() + Integer.bitCount(inUseBits()) + leavers();
    }

    /** The configured pool size. */
    public int target() {
        return layout.target.get(words, 0);
    }

    /** Program point of {@code submitter}. */
    public SubmitterPoint submitterPoint(int submitter) {
        return SubmitterPoint.ofCode(layout.submitterPoint.get(words, submitter));
    }

    /** Target of the wakeup that {@code submitter} has chosen and not delivered. */
    public int submitterOwed(int submitter) {
        return WakeupTarget.decode(layout.submitterOwed.get(words, submitter), bounds().workers());
    }

    /** Number of I/Os that {@code submitter} has still to perform itself. */
    public int leftoverCount(int submitter) {
        return layout.leftover[submitter].size(words);
    }

    /** Id of the I/O at {@code position} of those that {@code submitter} has to perform itself, 0 being the next. */
    public int leftover(int submitter, int position) {
        return layout.leftover[submitter].get(words, position);
    }

    /** What {@code submitter} has still to perform itself, in order. */
    public IntStream leftover(int submitter) {
        return IntStream.range(0, leftoverCount(submitter)).map(position -> leftover(submitter, position));
    }

    /** Status of the I/O {@code io}. */
    public IoStatus io(int io) {
        return IoStatus.ofCode(layout.io.get(words, io - 1));
    }

    /** The submitted and not completed I/Os: bit {@code i} for I/O {@code i}. */
    public int submittedBits() {
        int bits = 0;
        for (int io = 1; io <= bounds().ios(); io++) {
            if (io(io) == IoStatus.SUBMITTED) {
                bits |= 1 << io;
            }
        }
        return bits;
    }

    /** The lowest id that is not submitted, or one more than there are. */
    public int nextIo() {
        int io = 1;
        while (io <= bounds().ios() && io(io) != IoStatus.UNSUBMITTED) {
            io++;
        }
        return io;
    }

    /** How often {@code Reload} happened. */
    public int reloads() {
        return layout.reloads.get(words, 0);
    }

    /** How often {@code Interrupt} happened. */
    public int interrupts() {
        return layout.interrupts.get(words, 0);
    }

    /** How often {@code ReopenFail} happened. */
    public int reopenFailures() {
        return layout.reopenFailures.get(words, 0);
    }

    /** True when both have the same bounds, the same room for owed wakeups, and every variable has the same value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProtocolState that && Arrays.equals(words, that.words) && layout.equals(that.layout);
    }

    @Override
    public int hashCode() {
        return PackedHash.of(words);
    }

    /** Every variable, by its name in the protocol. */
    @Override
    public String toString() {
        return StateText.variables(this).entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining(" "));
    }
}
