package dev.latchwork.model;

/** What happens to the pool from outside: by the supervisor, which keeps it at its size, and by the operator. */
public sealed interface PoolAction extends Action {

    /** The supervisor starts a worker, as there are too few. */
    record StartWorker() implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.running() < state.target();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.starting(state.starting() + 1);
        }
    }

    /** A started worker finds no free slot among those that it looks at, and ends: only where these are not all (fault D). */
    record RegisterFail() implements PoolAction {
        @Override
        public boolean existsIn(Bounds bounds, Variant variant) {
            return variant.slots() != SlotPolicy.FOR_EVERY_POOL_SIZE;
        }

        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.starting() > 0 && (variant.slots().scannedBits(state) & ~state.inUseBits()) == 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.starting(state.starting() - 1);
            next.addLeaver(0);
        }
    }

    /** The supervisor asks one worker to exit, as there are too many and nobody is on the way out. */
    record RequestShutdown(int worker) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.isInUse(worker)
                    && state.running() > state.target()
                    && (state.exitPendingBits() & state.inUseBits()) == 0
                    && state.leavers() == 0;
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.exitRequested(worker, true);
            next.latch(worker, true);
        }
    }

    /**
     * The operator interrupts a worker, which is a request to exit like any other where every turn serves it and no other
     * place does; happens at most {@link Bounds#maxInterrupts} times.
     */
    record Interrupt(int worker) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return state.isInUse(worker)
                    && (state.exitPendingBits() & (1 << worker)) == 0
                    && state.interrupts() < state.bounds().maxInterrupts();
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.exitRequested(worker, variant.interrupts().atEveryTurn());
            next.interrupted(worker, variant.interrupts().isKeptApart());
            next.latch(worker, true);
            next.interrupts(state.interrupts() + 1);
        }
    }

    /**
     * The operator sets another pool size; happens at most {@link Bounds#maxReloads} times. Size 0 is the close of the
     * instance: it comes after that of every session, is final, and costs nothing of the budget.
     */
    record Reload(int poolSize) implements PoolAction {
        @Override
        public boolean isEnabled(ProtocolState state, Variant variant) {
            return poolSize != state.target()
                    && state.target() != 0
                    && (poolSize == 0
                            ? state.areAllSessionsClosed()
                            : state.reloads() < state.bounds().maxReloads());
        }

        @Override
        public void apply(ProtocolState state, StateDraft next, Variant variant) {
            next.target(poolSize);
            if (poolSize != 0) {
                next.reloads(state.reloads() + 1);
            }
        }
    }
}
