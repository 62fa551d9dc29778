package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M119: a worker that has registered stays counted as starting, so it counts twice. */
public final class M119_CountedAsStartingToo extends PoolAccount {
    public M119_CountedAsStartingToo(int target) {
        super(target);
    }

    @Override
    public void enter() {
        // It is registered, and starting still.
    }
}
