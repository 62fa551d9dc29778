package dev.latchwork.model;

import static dev.latchwork.model.WakeupTarget.NULL_LATCH;

import java.util.List;
import java.util.function.IntPredicate;

/** The properties that every reachable state of the protocol is to have. */
public final class Invariants {

    /** Each variable is in its domain, and what an agent holds agrees with its program point. */
    public static final Invariant TYPE_OK = new Invariant(
            "TypeOK",
            "Each variable is in its domain, and what an agent holds agrees with its program point.",
            (state, variant) -> isTypeOk(state) && isKeptByVariant(state, variant));

    /** The ring of size n holds at most n - 1. */
    public static final Invariant DEPTH_IN_BOUNDS = new Invariant(
            "DepthInBounds",
            "The submission queue holds at most one I/O less than it has slots.",
            (state, variant) -> state.depth() <= state.bounds().capacity());

    /** What the queue forgot is lost here. */
    public static final Invariant CONSERVATION = new Invariant(
            "Conservation",
            "A submitted I/O is in exactly one place: the queue, one hand or one leftover; any other I/O is in none.",
            (state, variant) -> isConserving(state));

    /** Broken by fault A. */
    public static final Invariant IDLE_ONLY_REGISTERED = new Invariant(
            "IdleOnlyRegistered",
            "Whoever may be chosen is registered.",
            (state, variant) -> (state.idleBits() & ~state.inUseBits()) == 0);

    /** Broken by fault A. */
    public static final Invariant NO_NULL_LATCH = new Invariant(
            "NoNullLatch",
            "Nobody owes a wakeup to a null latch where setting it crashes: no worker, and no leaver.",
            (state, variant) -> owesNoNullLatch(state));

    /** Broken by each of the faults A and B. */
    public static final Invariant NO_LOST_WAKEUP = new Invariant(
            "NoLostWakeup",
            "When I/Os are queued and every registered worker waits, one of them has its latch set or is owed that.",
            (state, variant) -> losesNoWakeup(state));

    /**
     * The only one that sees a missing fan-out. Stronger than {@link #NO_LOST_WAKEUP} as long as whoever waits may be
     * chosen or was; it says nothing about workers that sleep outside the idle set, which {@code NoLostWakeup} does.
     */
    public static final Invariant WORK_CONSERVING = new Invariant(
            "WorkConserving",
            "While I/Os are queued and a worker may be chosen, some worker is on its way to the queue or hands over.",
            (state, variant) -> state.depth() == 0
                    || state.idleBits() == 0
                    || anyInUse(state, worker -> isOnItsWay(state, worker, variant)));

    /** Broken by fault D. */
    public static final Invariant SLOTS_ARE_ALLOCATED = new Invariant(
            "SlotsAreAllocated",
            "Nobody writes to a slot that was not allocated.",
            (state, variant) -> (state.inUseBits() & ~variant.slots().allocatedBits(state.bounds())) == 0);

    /** What the close relies on: every session has waited for its own I/Os. */
    public static final Invariant CLOSES_EMPTY = new Invariant(
            "ClosesEmpty",
            "When the instance closes, nothing is queued or in anybody's hands, and every session is closed.",
            (state, variant) -> state.target() != 0 || isEmpty(state));

    /** All of them, in the order in which they are listed above. */
    public static final List<Invariant> ALL = List.of(
            TYPE_OK,
            DEPTH_IN_BOUNDS,
            CONSERVATION,
            IDLE_ONLY_REGISTERED,
            NO_NULL_LATCH,
            NO_LOST_WAKEUP,
            WORK_CONSERVING,
            SLOTS_ARE_ALLOCATED,
            CLOSES_EMPTY);

    private Invariants() {}

    private static boolean isTypeOk(ProtocolState state) {
        Bounds bounds = state.bounds();
        if (state.running() > bounds.largestPool() || !isPoolSize(bounds, state.target())) {
            return false;
        }
        for (int w = 0; w < bounds.workers(); w++) {
            WorkerPoint point = state.point(w);
            if (state.isInUse(w) != (point != WorkerPoint.VACANT)
                    || (state.hand(w) != 0) != point.hasIoInHand()
                    || state.hand(w) > bounds.ios()
                    || (state.owedCount(w) > 0) != (point == WorkerPoint.WAKE_PEER)) {
                return false;
            }
        }
        for (int s = 0; s < bounds.submitters(); s++) {
            SubmitterPoint point = state.submitterPoint(s);
            if ((state.submitterOwed(s) >= 0) != (point == SubmitterPoint.SUBMIT_SET_LATCH)
                    || state.submitterOwed(s) == NULL_LATCH
                    || (point == SubmitterPoint.READY && state.leftoverCount(s) > 0)
                    || (point == SubmitterPoint.CLOSED && state.leftoverCount(s) > 0)
                    || (point == SubmitterPoint.PERFORM_SYNCHRONOUSLY && state.leftoverCount(s) == 0)) {
                return false;
            }
        }
        return true;
    }

    /** What only some variants keep is empty in the others. */
    private static boolean isKeptByVariant(ProtocolState state, Variant variant) {
        return (state.underWayBits() == 0 || variant.wakeup().accounting() == Wakeups.EXACT)
                && (state.interruptedBits() == 0 || variant.interrupts().isKeptApart())
                && (state.waitedBits() == 0 || !variant.interrupts().atEveryTurn());
    }

    private static boolean isPoolSize(Bounds bounds, int target) {
        return target == bounds.poolSize() || bounds.poolSizes().contains(target) || (target == 0 && bounds.closes());
    }

    private static boolean isEmpty(ProtocolState state) {
        if (state.depth() > 0 || !state.areAllSessionsClosed()) {
            return false;
        }
        for (int w = 0; w < state.bounds().workers(); w++) {
            if (state.hand(w) != 0) {
                return false;
            }
        }
        for (int s = 0; s < state.bounds().submitters(); s++) {
            if (state.leftoverCount(s) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConserving(ProtocolState state) {
        int submitted = state.submittedBits();
        int placed = 0;
        int places = 0;
        for (int position = 0; position < state.depth(); position++, places++) {
            placed |= 1 << state.queued(position);
        }
        for (int w = 0; w < state.bounds().workers(); w++) {
            if (state.hand(w) != 0) {
                placed |= 1 << state.hand(w);
                places++;
            }
        }
        for (int s = 0; s < state.bounds().submitters(); s++) {
            for (int position = 0; position < state.leftoverCount(s); position++, places++) {
                placed |= 1 << state.leftover(s, position);
            }
        }
        // As many places as I/Os in them: no I/O is in two places.
        return placed == submitted && places == Integer.bitCount(placed);
    }

    private static boolean owesNoNullLatch(ProtocolState state) {
        if ((state.owedByLeavers() & WakeupTarget.NULL_LATCH_BIT) != 0) {
            return false;
        }
        for (int w = 0; w < state.bounds().workers(); w++) {
            for (int position = 0; position < state.owedCount(w); position++) {
                if (state.owed(w, position) == NULL_LATCH) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean losesNoWakeup(ProtocolState state) {
        return state.depth() == 0
                || state.inUseBits() == 0
                || anyInUse(state, worker -> state.point(worker) != WorkerPoint.AWAIT)
                || anyInUse(state, worker -> isWoken(state, worker));
    }

    /** The worker waits no longer, or will not: its latch is set, or somebody has it to set. */
    private static boolean isWoken(ProtocolState state, int worker) {
        return state.isLatchSet(worker) || isOwed(state, worker);
    }

    private static boolean isOwed(ProtocolState state, int worker) {
        if ((state.owedByLeavers() & (1 << worker)) != 0) {
            return true;
        }
        for (int s = 0; s < state.bounds().submitters(); s++) {
            if (state.submitterOwed(s) == worker) {
                return true;
            }
        }
        for (int w = 0; w < state.bounds().workers(); w++) {
            for (int position = 0; position < state.owedCount(w); position++) {
                if (state.owed(w, position) == worker) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The worker will look at the queue, or pass that duty on. */
    private static boolean isOnItsWay(ProtocolState state, int worker, Variant variant) {
        boolean handsOver = variant.exit().handOver().passesOn();
        return switch (state.point(worker)) {
            case RESET_LATCH, LOOK -> true;
            case CHECK_INTERRUPTS -> handsOver || !state.isExitRequested(worker);
            case AWAIT -> isWoken(state, worker);
            case DEREGISTER -> handsOver;
            case VACANT, WAKE_PEER, REOPEN, PERFORM, COMPLETE_FAILED -> false;
        };
    }

    private static boolean anyInUse(ProtocolState state, IntPredicate predicate) {
        for (int bits = state.inUseBits(); bits != 0; bits &= bits - 1) {
            if (predicate.test(Integer.numberOfTrailingZeros(bits))) {
                return true;
            }
        }
        return false;
    }
}
