package dev.latchwork.model;

import static dev.latchwork.model.WakeupTarget.NOBODY;

/** What a submitter does: insert a batch and choose a worker, wake it, perform what did not fit. */
public sealed interface SubmitterAction extends Action {
    /** Number of the submitter, 0 or more. */
    int submitter();

    /** The first conjunct of the guard: where the submitter stands. */
    SubmitterPoint at();

    /** The rest of the guard. Defined only where the submitter stands {@link #at} that point. */
    default boolean isEnabledThere(ProtocolState state, Variant variant) {
        return true;
    }

    @Override
    default boolean isEnabled(ProtocolState state, Variant variant) {
        return state.submitterPoint(submitter()) == at() && isEnabledThere(state, variant);
    }

    /** Where a submitter goes that owes no wakeup: it performs its leftovers, or is ready again. */
    private static SubmitterPoint afterWakeup(boolean hasLeftover) {
        return hasLeftover ? SubmitterPoint.PERFORM_SYNCHRONOUSLY : SubmitterPoint.READY;
    }

    /**
     * Prepares a batch, inserts the part that fits, and chooses one worker. For each inserted I/O there is one try, until
     * a latch is found that is not null. The batch is the next run of ids, see {@link Batch}.
     */
    record Submit(int submitter, Batch batch) implements SubmitterAction {
        @Override
        public SubmitterPoint at() {
            return SubmitterPoint.READY;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return batch.isNextOf(state);
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            int fitting = Math.min(batch.size(), state.bounds().capacity() - state.depth());
            IdleChoice choice = new IdleChoice(state.idleBits(), state.inUseBits(), variant.idle());
            int chosen = NOBODY;
            for (int io = batch.first(); io <= batch.last(); io++) {
                next.io(io, IoStatus.SUBMITTED);
                if (io - batch.first() >= fitting) {
                    next.leaveOver(submitter, io);
                    continue;
                }
                next.insert(io);
                if (chosen < 0) {
                    chosen = choice.choose(variant.wakeup().onSubmit());
                }
            }
            next.idle(choice.idleBits());
            int newlyChosen = state.idleBits() & ~choice.idleBits();
            next.underWay(variant.wakeup().accounting().marks(state.underWayBits() | newlyChosen));
            next.issued(submitter, batch);
            if (chosen >= 0) {
                next.submitterOwed(submitter, chosen);
                next.submitterPoint(submitter, SubmitterPoint.SUBMIT_SET_LATCH);
            } else {
                next.submitterPoint(submitter, afterWakeup(fitting < batch.size()));
            }
        }
    }

    /**
     * PostgreSQL 19: the queue lock is busy, and the whole batch is left over. The lock is not part of a state, so this may
     * happen at any time.
     */
    record SubmitSynchronously(int submitter, Batch batch) implements SubmitterAction {
        @Override
        public boolean existsIn(Bounds bounds, Variant variant) {
            return variant.tryLock();
        }

        @Override
        public SubmitterPoint at() {
            return SubmitterPoint.READY;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return batch.isNextOf(state);
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            batch.ids().forEach(io -> {
                next.io(io, IoStatus.SUBMITTED);
                next.leaveOver(submitter, io);
            });
            next.issued(submitter, batch);
            next.submitterPoint(submitter, SubmitterPoint.PERFORM_SYNCHRONOUSLY);
        }
    }

    /** The session ends, which it does only when each of its I/Os has completed. */
    record CloseSession(int submitter) implements SubmitterAction {
        @Override
        public boolean existsIn(Bounds bounds, Variant variant) {
            return bounds.closes();
        }

        @Override
        public SubmitterPoint at() {
            return SubmitterPoint.READY;
        }

        @Override
        public boolean isEnabledThere(ProtocolState state, Variant variant) {
            return (state.issuedBits(submitter) & state.submittedBits()) == 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.submitterPoint(submitter, SubmitterPoint.CLOSED);
            next.forgetIssued(submitter);
        }
    }

    /** Sets the latch of the worker that this submitter chose. */
    record SubmitSetLatch(int submitter) implements SubmitterAction {
        @Override
        public SubmitterPoint at() {
            return SubmitterPoint.SUBMIT_SET_LATCH;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.latch(state.submitterOwed(submitter), true);
            next.submitterOwed(submitter, NOBODY);
            next.submitterPoint(submitter, afterWakeup(state.leftoverCount(submitter) > 0));
        }
    }

    /** Performs and completes the first of the I/Os that did not fit. */
    record PerformSynchronously(int submitter) implements SubmitterAction {
        @Override
        public SubmitterPoint at() {
            return SubmitterPoint.PERFORM_SYNCHRONOUSLY;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.io(state.leftover(submitter, 0), IoStatus.OK);
            next.dropLeftover(submitter);
            next.submitterPoint(submitter, afterWakeup(state.leftoverCount(submitter) > 1));
        }
    }
}
