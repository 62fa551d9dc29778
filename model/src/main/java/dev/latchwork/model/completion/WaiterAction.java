package dev.latchwork.model.completion;

/** What a session does that waits for an I/O, its own or another's. */
public sealed interface WaiterAction extends CompletionAction {

    /** Begins to wait for the current use of a handle. */
    record Wait(int session, int handle) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return mayBlock(state, session) && state.handle(handle).state().isPublished();
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return begin(state, session, handle);
        }

        @Override
        public boolean mustHappen(CompletionState state) {
            return false;
        }
    }

    /** Begins to wait for the oldest of the own handles, since none is idle nor can be made so. */
    record WaitForOldest(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return mayBlock(state, session)
                    && !state.session(session).inFlight().isEmpty()
                    && state.handlesOf(session)
                            .allMatch(
                                    handle -> isOutOfReach(state.handle(handle).state()));
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return begin(state, session, state.session(session).inFlight().get(0));
        }

        @Override
        public boolean mustHappen(CompletionState state) {
            return false;
        }

        private static boolean isOutOfReach(HandleState handle) {
            return handle != HandleState.IDLE
                    && handle != HandleState.HANDED_OUT
                    && handle != HandleState.COMPLETED_SHARED;
        }
    }

    /** Loads the state of the handle. */
    record LoadState(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.LOAD_STATE);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            boolean completed = state.awaitedBy(session).state().isCompleted();
            return state.withSession(
                    session,
                    own -> own.point(SessionPoint.LOAD_GENERATION)
                            .awaiting(own.awaiting().seen(completed)));
        }
    }

    /** Loads the generation of the handle, and decides. */
    record LoadGeneration(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.LOAD_GENERATION);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            WaitVariables wait = state.session(session).awaiting();
            boolean over = wait.seen() || state.awaitedBy(session).generation() != wait.generation();
            return state.withSession(
                    session, own -> own.point(afterLook(state, session, over)).awaiting(wait.seen(false)));
        }

        private static SessionPoint afterLook(CompletionState state, int session, boolean over) {
            if (state.session(session).awaiting().prepared()) {
                return over ? SessionPoint.CANCEL_SLEEP : SessionPoint.AWAIT;
            }
            return over ? afterWait(state, session) : SessionPoint.PREPARE_TO_SLEEP;
        }
    }

    /** Enlists on the condition variable. */
    record PrepareToSleep(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.PREPARE_TO_SLEEP);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(state.session(session).awaiting().awaited(), handle -> handle.enlist(session))
                    .withSession(
                            session,
                            own -> own.point(SessionPoint.LOAD_STATE)
                                    .awaiting(own.awaiting().prepared(true)));
        }
    }

    /** Wakes up, since its latch is set. */
    record Await(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.AWAIT)
                    && state.session(session).latch();
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withSession(session, own -> own.point(SessionPoint.RESET_LATCH));
        }
    }

    /** Resets its latch. */
    record ResetLatch(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.RESET_LATCH);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withSession(
                    session, own -> own.point(SessionPoint.ENLIST_AGAIN).latch(false));
        }
    }

    /** Enlists again, unless it still is on the list. */
    record EnlistAgain(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.ENLIST_AGAIN);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(
                            state.session(session).awaiting().awaited(),
                            handle -> handle.waiting().contains(session) ? handle : handle.enlist(session))
                    .withSession(session, own -> own.point(SessionPoint.LOAD_STATE));
        }
    }

    /** Leaves the condition variable. */
    record CancelSleep(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.CANCEL_SLEEP);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(
                            state.session(session).awaiting().awaited(),
                            handle -> handle.waiting(SequenceEdit.without(handle.waiting(), session)))
                    .withSession(
                            session,
                            own -> own.point(afterWait(state, session))
                                    .awaiting(own.awaiting().prepared(false)));
        }
    }

    /** Reads the result, which may be another use's by now. */
    record ReadResult(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.READ_RESULT);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            Outcome result = state.awaitedBy(session).result();
            return state.withSession(
                    session,
                    own -> own.point(SessionPoint.CONFIRM_GENERATION)
                            .awaiting(own.awaiting().got(result)));
        }
    }

    /** Keeps the result if the generation is still the reference's. */
    record ConfirmGeneration(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.CONFIRM_GENERATION);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            WaitVariables wait = state.session(session).awaiting();
            boolean current = state.awaitedBy(session).generation() == wait.generation();
            return state.withSession(
                    session, own -> own.point(SessionPoint.RETURN).awaiting(current ? wait : wait.got(Outcome.NONE)));
        }
    }

    /** Ends the wait. */
    record Return(int session) implements WaiterAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, session, SessionPoint.RETURN);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withSession(
                    session, own -> own.point(SessionPoint.READY).awaiting(WaitVariables.NOTHING));
        }
    }

    private static boolean isAt(CompletionState state, int session, SessionPoint point) {
        return state.session(session).point() == point;
    }

    /** Whoever is about to block has submitted what it had staged. */
    private static boolean mayBlock(CompletionState state, int session) {
        return isAt(state, session, SessionPoint.READY)
                && state.session(session).staged().isEmpty()
                && state.waits() < state.bounds().maxWaits();
    }

    private static CompletionState begin(CompletionState state, int session, int handle) {
        return state.countWait()
                .withSession(
                        session,
                        own -> own.point(SessionPoint.LOAD_STATE)
                                .awaiting(WaitVariables.of(handle, state.handle(handle))));
    }

    /** Where a session goes that knows its I/O to be done and is on no condition variable: only an owner reclaims. */
    private static SessionPoint afterWait(CompletionState state, int session) {
        return state.bounds().owner(state.session(session).awaiting().awaited()) == session
                ? SessionPoint.RECLAIM
                : SessionPoint.READ_RESULT;
    }
}
