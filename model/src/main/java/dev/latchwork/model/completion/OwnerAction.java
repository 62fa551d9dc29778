package dev.latchwork.model.completion;

import java.util.List;

/** What an owner does with its handles before their I/O is submitted. */
public sealed interface OwnerAction extends CompletionAction {

    /** Takes an idle handle; at most one is handed out. */
    record Acquire(int handle) implements OwnerAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isReady(state, handle, HandleState.IDLE)
                    && state.handle(handle).use() < state.bounds().maxUses()
                    && state.handlesOf(state.bounds().owner(handle))
                            .noneMatch(other -> state.handle(other).state() == HandleState.HANDED_OUT);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(handle, changed -> changed.beginUse().state(HandleState.HANDED_OUT));
        }

        @Override
        public boolean mustHappen(CompletionState state) {
            return false;
        }
    }

    /** Begins to give a handle back without an I/O. */
    record Release(int handle) implements OwnerAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isReady(state, handle, HandleState.HANDED_OUT);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withSession(
                    state.bounds().owner(handle),
                    owner -> owner.point(SessionPoint.NEXT_GENERATION).recycling(handle));
        }

        @Override
        public boolean mustHappen(CompletionState state) {
            return false;
        }
    }

    /** Defines the I/O. */
    record Define(int handle) implements OwnerAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isReady(state, handle, HandleState.HANDED_OUT);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(handle, changed -> changed.state(HandleState.DEFINED))
                    .withSession(state.bounds().owner(handle), owner -> owner.point(SessionPoint.STAGE));
        }

        @Override
        public boolean mustHappen(CompletionState state) {
            return false;
        }
    }

    /** Stages the I/O that was defined. */
    record Stage(int handle) implements OwnerAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return state.ownerOf(handle).point() == SessionPoint.STAGE
                    && state.handle(handle).state() == HandleState.DEFINED;
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(handle, changed -> changed.state(HandleState.STAGED))
                    .withSession(
                            state.bounds().owner(handle),
                            owner -> owner.point(SessionPoint.READY)
                                    .staged(SequenceEdit.append(owner.staged(), handle)));
        }
    }

    /** Submits what is staged. */
    record Submit(int session) implements OwnerAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            SessionVariables owner = state.session(session);
            return owner.point() == SessionPoint.READY && !owner.staged().isEmpty();
        }

        @Override
        public CompletionState apply(CompletionState state) {
            CompletionState next = state;
            List<Integer> inFlight = state.session(session).inFlight();
            for (int handle : state.session(session).staged()) {
                next = next.withHandle(handle, changed -> changed.state(HandleState.SUBMITTED));
                inFlight = SequenceEdit.append(inFlight, handle);
            }
            List<Integer> submitted = inFlight;
            return next.withSession(session, owner -> owner.staged(List.of()).inFlight(submitted));
        }
    }

    private static boolean isReady(CompletionState state, int handle, HandleState handleState) {
        return state.ownerOf(handle).point() == SessionPoint.READY
                && state.handle(handle).state() == handleState;
    }
}
