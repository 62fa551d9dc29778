package dev.latchwork.model;

/** What a worker does after it has released its slot. Leavers have no number: only what they owe tells them apart. */
public sealed interface LeaverAction extends Action {

    /**
     * A leaver that owes exactly these latches sets the lowest of them. There is no such step for a null latch, which
     * crashes.
     *
     * @param owes bit {@code w} is the latch of worker {@code w}; not empty
     */
    record HandOver(int owes) implements LeaverAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.leavers(owes) > 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            int lowest = Integer.lowestOneBit(owes);
            next.latch(Integer.numberOfTrailingZeros(lowest), true);
            next.removeLeaver(owes);
            next.addLeaver(owes & ~lowest);
        }

        @Override
        public String text() {
            return name() + "(" + SequenceText.ofBits(owes) + ")";
        }
    }

    /** A leaver that owes nothing ends. */
    record ExitWorker() implements LeaverAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.leavers(0) > 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.removeLeaver(0);
        }
    }
}
