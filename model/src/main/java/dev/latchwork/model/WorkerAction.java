package dev.latchwork.model;

import static dev.latchwork.model.WakeupTarget.NOBODY;
import static dev.latchwork.model.WakeupTarget.NULL_LATCH;

/** What a worker does while it has a slot, from the step that takes the slot to the one that releases it. */
public sealed interface WorkerAction extends Action {
    /** Number of the worker's slot, 0 or more. */
    int worker();

    /** A step that a worker takes from one program point only. */
    sealed interface AtPoint extends WorkerAction {
        /** The first conjunct of the guard: where the worker stands. */
        WorkerPoint at();

        /** The rest of the guard. Defined only where the worker stands {@link #at} that point. */
        default boolean isEnabledThere(ProtocolState state, Variant variant) {
            return true;
        }

        @Override
        default boolean isEnabled(ProtocolState state, Variant variant) {
            return state.point(worker()) == at() && isEnabledThere(state, variant);
        }
    }

    /** A started worker takes the lowest free slot. Its latch keeps the value that the slot's last owner left. */
    record Register(int worker) implements WorkerAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            int free = variant.slots().scannedBits(state) & ~state.inUseBits();
            return state.starting() > 0 && worker == Integer.numberOfTrailingZeros(free);
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.starting(state.starting() - 1);
            next.inUse(worker, true);
            next.idle(variant.idle().onRegister().after(state.idleBits(), worker));
            next.exitRequested(worker, false);
            next.interrupted(worker, false);
            next.point(worker, WorkerPoint.CHECK_INTERRUPTS);
        }
    }

    /** Leaves the loop when an exit is requested, else goes on to look at the queue. */
    record CheckInterrupts(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.CHECK_INTERRUPTS;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            boolean served = state.isExitRequested(worker) || (state.isInterrupted(worker) && state.hasWaited(worker));
            next.point(worker, served ? WorkerPoint.DEREGISTER : WorkerPoint.LOOK);
            next.waited(worker, false);
        }
    }

    /** Takes the oldest I/O and chooses idle peers for what is left in the queue. */
    record Consume(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.LOOK;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return state.depth() > 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            take(worker, state, next, variant, variant.wakeup().wanted(state, worker));
        }
    }

    /** Takes the oldest I/O and chooses as many as {@code wanted} idle peers. */
    private static void take(int worker, ProtocolState state, StateDraft next, Variant variant, int wanted) {
        next.hand(worker, state.queued(0));
        next.consume();
        WakeupPolicy wakeup = variant.wakeup();
        int idle = variant.idle().onConsume().after(state.idleBits(), worker);
        IdleChoice choice = new IdleChoice(idle, state.inUseBits(), variant.idle());
        int chosen = 0;
        for (; chosen < wanted; chosen++) {
            int peer = choice.choose(wakeup.onConsume(), wakeup.accounting().candidates(worker));
            if (peer == NOBODY) {
                break;
            }
            next.owe(worker, peer);
        }
        int newlyChosen = idle & ~choice.idleBits();
        next.idle(choice.idleBits());
        next.underWay(wakeup.accounting().marks((state.underWayBits() & ~(1 << worker)) | newlyChosen));
        next.point(worker, chosen > 0 ? WorkerPoint.WAKE_PEER : WorkerPoint.REOPEN);
    }

    /**
     * PostgreSQL 19: takes the oldest I/O and wakes nobody, though there is somebody to wake, because lately more wakeups
     * than I/Os were counted. The counters are not part of a state, so this may happen at any time.
     */
    record ConsumeQuietly(int worker) implements AtPoint {
        @Override
        public boolean existsIn(Bounds bounds, Variant variant) {
            return variant.wakeup().accounting() == Wakeups.DAMPED;
        }

        @Override
        public WorkerPoint at() {
            return WorkerPoint.LOOK;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return state.depth() > 0 && variant.wakeup().wantsToWake(state, worker);
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            take(worker, state, next, variant, 0);
        }
    }

    /** Finds the queue empty and marks itself idle, in one critical section. */
    record MarkIdle(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.LOOK;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return state.depth() == 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.idle(variant.idle().onMarkIdle().after(state.idleBits(), worker));
            next.underWay(variant.wakeup().accounting().marks(state.underWayBits() & ~(1 << worker)));
            next.point(worker, WorkerPoint.AWAIT);
        }
    }

    /** Sets the latch of the first peer it owes. A null latch crashes the worker: there is no step, it is stuck here. */
    record WakePeer(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.WAKE_PEER;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return state.owed(worker, 0) != NULL_LATCH;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.latch(state.owed(worker, 0), true);
            next.deliver(worker);
            next.point(worker, state.owedCount(worker) > 1 ? WorkerPoint.WAKE_PEER : WorkerPoint.REOPEN);
        }
    }

    /** Whether {@code worker} leaves with its I/O instead of reopening the file (fault C). */
    private static boolean takesIoAway(int worker, ProtocolState state, Variant variant) {
        return variant.interrupts().withIoInHand() && state.isInterrupted(worker);
    }

    /** Reopens the file of the I/O in hand. */
    record Reopen(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.REOPEN;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            if (takesIoAway(worker, state, variant)) {
                next.hand(worker, 0);
                next.point(worker, WorkerPoint.DEREGISTER);
            } else {
                next.point(worker, WorkerPoint.PERFORM);
            }
        }
    }

    /** Cannot reopen the file of the I/O in hand; happens at most {@link Bounds#maxReopenFailures} times. */
    record ReopenFail(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.REOPEN;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return !takesIoAway(worker, state, variant)
                    && state.reopenFailures() < state.bounds().maxReopenFailures();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.point(worker, WorkerPoint.COMPLETE_FAILED);
            next.reopenFailures(state.reopenFailures() + 1);
        }
    }

    /** Reads or writes, and completes the I/O in hand. */
    record Perform(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.PERFORM;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.io(state.hand(worker), IoStatus.OK);
            next.hand(worker, 0);
            next.point(worker, WorkerPoint.CHECK_INTERRUPTS);
        }
    }

    /** Completes the I/O in hand as failed; the worker then leaves. */
    record CompleteFailed(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.COMPLETE_FAILED;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.io(state.hand(worker), IoStatus.ENOENT);
            next.hand(worker, 0);
            next.point(worker, WorkerPoint.DEREGISTER);
        }
    }

    /** Finds its latch set and stops waiting. */
    record Await(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.AWAIT;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return state.isLatchSet(worker);
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.point(worker, WorkerPoint.RESET_LATCH);
        }
    }

    /** Resets its latch, before it looks at anything that a set latch may announce. */
    record ResetLatch(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.RESET_LATCH;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.latch(worker, false);
            next.waited(worker, !variant.interrupts().atEveryTurn());
            next.point(worker, WorkerPoint.CHECK_INTERRUPTS);
        }
    }

    /**
     * Releases the slot, clears the idle bit (A), and takes on the wakeups that the exit policy asks for (B), in one critical
     * section: one of the other workers if the queue is not empty, or all of them.
     */
    record Deregister(int worker) implements AtPoint {
        @Override
        public WorkerPoint at() {
            return WorkerPoint.DEREGISTER;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.inUse(worker, false);
            next.point(worker, WorkerPoint.VACANT);
            int own = 1 << worker;
            int stillIdle = variant.exit().idle().after(state.idleBits(), worker);
            IdleChoice others = new IdleChoice(stillIdle & ~own, state.inUseBits(), variant.idle());
            int owes = switch (variant.exit().handOver()) {
                case NOBODY -> 0;
                case ONE_IDLE_PEER ->
                    state.depth() == 0
                            ? 0
                            : WakeupTarget.setOf(others.choose(variant.exit().choice()));
                case ALL_PEERS -> state.inUseBits() & ~own;
            };
            int newlyChosen = stillIdle & ~own & ~others.idleBits();
            next.idle(others.idleBits() | (stillIdle & own));
            next.underWay(variant.wakeup().accounting().marks((state.underWayBits() & ~own) | newlyChosen));
            next.addLeaver(owes);
        }
    }
}
