package dev.latchwork.model;

/** What happens to the pool from outside: by the supervisor, which keeps it at its size, and by the operator. */
public sealed interface PoolAction extends Action {

    /** Asks {@code worker} to exit, as a signal handler does: the request and its latch at once. */
    private static void requestExit(StateDraft next, int worker) {
        next.exitRequested(worker, true);
        next.latch(worker, true);
    }

    /** The supervisor starts a worker, as there are too few. */
    record StartWorker() implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return state.running() < state.target();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.starting(state.starting() + 1);
        }
    }

    /** The supervisor asks one worker to exit, as there are too many and nobody is on the way out. */
    record RequestShutdown(int worker) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return state.isInUse(worker)
                    && state.running() > state.target()
                    && (state.exitRequestedBits() & state.inUseBits()) == 0
                    && state.leavers() == 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            requestExit(next, worker);
        }
    }

    /** The operator interrupts a worker; happens at most {@link Bounds#maxInterrupts} times. */
    record Interrupt(int worker) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return state.isInUse(worker)
                    && !state.isExitRequested(worker)
                    && state.interrupts() < state.bounds().maxInterrupts();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            requestExit(next, worker);
            next.interrupts(state.interrupts() + 1);
        }
    }

    /** The operator sets another pool size; happens at most {@link Bounds#maxReloads} times. */
    record Reload(int poolSize) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state) {
            return poolSize != state.target()
                    && state.reloads() < state.bounds().maxReloads();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.target(poolSize);
            next.reloads(state.reloads() + 1);
        }
    }
}
