package dev.latchwork.model.completion;

/** What whoever executes an I/O does: a worker, or the owner itself. */
public sealed interface ExecutorAction extends CompletionAction {

    /** Takes a submitted handle, and its I/O succeeds. */
    record Perform(int executor, int handle) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return canTake(state, executor, handle);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return takeAndEnd(state, executor, handle, Outcome.OK);
        }
    }

    /** Takes a submitted handle, and its I/O fails. */
    record CompleteFailed(int executor, int handle) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return canTake(state, executor, handle);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return takeAndEnd(state, executor, handle, Outcome.ENOENT);
        }
    }

    /** Publishes the result. */
    record CompleteShared(int executor) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, executor, ExecutorPoint.COMPLETE_SHARED);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withHandle(
                            state.executor(executor).executing(),
                            changed -> changed.state(HandleState.COMPLETED_SHARED))
                    .withExecutor(executor, own -> own.point(ExecutorPoint.BROADCAST));
        }
    }

    /** Counts the waiters that are there. */
    record Broadcast(int executor) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, executor, ExecutorPoint.BROADCAST);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            int toWake = executed(state, executor).waiting().size();
            return state.withExecutor(executor, own -> unlinking(own.remaining(toWake)));
        }
    }

    /** Takes the first waiter off the list, if there still is one. */
    record UnlinkWaiter(int executor) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, executor, ExecutorPoint.UNLINK_WAITER);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            HandleVariables handle = executed(state, executor);
            if (handle.waiting().isEmpty()) {
                return state.withExecutor(executor, own -> unlinking(own.remaining(0)));
            }
            int first = handle.waiting().get(0);
            return state.withHandle(
                            state.executor(executor).executing(),
                            changed -> changed.waiting(SequenceEdit.tail(changed.waiting())))
                    .withExecutor(
                            executor,
                            own -> own.point(ExecutorPoint.WAKE_WAITER)
                                    .remaining(own.remaining() - 1)
                                    .waking(first));
        }
    }

    /** Sets the latch of the waiter that it took off the list. */
    record WakeWaiter(int executor) implements ExecutorAction {
        @Override
        public boolean isEnabled(CompletionState state) {
            return isAt(state, executor, ExecutorPoint.WAKE_WAITER);
        }

        @Override
        public CompletionState apply(CompletionState state) {
            return state.withSession(state.executor(executor).waking(), waiter -> waiter.latch(true))
                    .withExecutor(executor, own -> unlinking(own.waking(-1)));
        }
    }

    private static boolean canTake(CompletionState state, int executor, int handle) {
        return isAt(state, executor, ExecutorPoint.FREE) && state.handle(handle).state() == HandleState.SUBMITTED;
    }

    private static CompletionState takeAndEnd(CompletionState state, int executor, int handle, Outcome outcome) {
        return state.withHandle(handle, changed -> changed.endIo(outcome).state(HandleState.COMPLETED_IO))
                .withExecutor(
                        executor,
                        own -> own.point(ExecutorPoint.COMPLETE_SHARED).executing(handle));
    }

    private static boolean isAt(CompletionState state, int executor, ExecutorPoint point) {
        return state.executor(executor).point() == point;
    }

    private static HandleVariables executed(CompletionState state, int executor) {
        return state.handle(state.executor(executor).executing());
    }

    private static ExecutorVariables unlinking(ExecutorVariables own) {
        return own.point(own.remaining() == 0 ? ExecutorPoint.FREE : ExecutorPoint.UNLINK_WAITER);
    }
}
