package dev.latchwork.model.completion;

/** How the owner of a handle ends its use. */
public sealed interface ReclaimAction extends CompletionAction {

    /** Takes the result; after a wait, or because the handle is wanted again. */
    record Reclaim(int session, int handle) implements ReclaimAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            SessionVariables own = state.session(session);
            boolean mayReclaim = own.awaiting().isWaiting()
                    ? own.point() == SessionPoint.RECLAIM && own.awaiting().awaited() == handle
                    : own.point() == SessionPoint.READY && state.bounds().owner(handle) == session;
            return mayReclaim && state.handle(handle).state() == HandleState.COMPLETED_SHARED;
        }

        @Override
        public CompletionState apply(CompletionState state) {
            Outcome result = state.handle(handle).result();
            return state.withHandle(handle, changed -> changed.state(HandleState.COMPLETED_LOCAL))
                    .withSession(
                            session,
                            own -> own.point(SessionPoint.NEXT_GENERATION)
                                    .inFlight(SequenceEdit.without(own.inFlight(), handle))
                                    .recycling(handle)
                                    .awaiting(own.awaiting()
                                            .got(own.awaiting().awaited() == handle ? result : Outcome.NONE)));
        }

        /** An owner may leave a completed handle for ever, unless it is on its way out of a wait for it. */
        @Override
        public boolean mustHappen(CompletionState state) {
            return state.session(session).point() == SessionPoint.RECLAIM;
        }
    }

    /** Ends the use: from here on its references are stale. */
    record NextGeneration(int session) implements ReclaimAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return state.session(session).point() == SessionPoint.NEXT_GENERATION;
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(
                            state.session(session).recycling(), handle -> handle.generation(handle.generation() + 1))
                    .withSession(session, own -> own.point(SessionPoint.RECYCLE));
        }
    }

    /** Makes the handle idle. */
    record Recycle(int session) implements ReclaimAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return state.session(session).point() == SessionPoint.RECYCLE;
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(
                            state.session(session).recycling(),
                            handle -> handle.state(HandleState.IDLE).result(Outcome.NONE))
                    .withSession(
                            session,
                            own -> own.point(own.awaiting().isWaiting() ? SessionPoint.RETURN : SessionPoint.READY)
                                    .recycling(-1));
        }
    }
}
