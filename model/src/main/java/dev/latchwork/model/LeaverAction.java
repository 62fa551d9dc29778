package dev.latchwork.model;

import static dev.latchwork.model.WakeupTarget.NOBODY;

/** What a worker does after it has released its slot. Leavers have no number: only what they owe tells them apart. */
public sealed interface LeaverAction extends Action {

    /** Sets the latch of the peer that a leaver chose. There is no such step for a null latch, which crashes. */
    record HandOver(int target) implements LeaverAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return state.leavers(target) > 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.latch(target, true);
            next.leavers(target, state.leavers(target) - 1);
            next.leavers(NOBODY, state.leavers(NOBODY) + 1);
        }
    }

    /** A leaver that owes nothing ends. */
    record ExitWorker() implements LeaverAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return state.leavers(NOBODY) > 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.leavers(NOBODY, state.leavers(NOBODY) - 1);
        }
    }
}
