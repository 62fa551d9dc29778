package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M118: a start whose thread could not be started stays counted. */
public final class M118_FailedStartCounted extends PoolAccount {
    public M118_FailedStartCounted(int target) {
        super(target);
    }

    @Override
    public void takeBack() {
        // The supervisor waits for a worker that does not exist.
    }
}
