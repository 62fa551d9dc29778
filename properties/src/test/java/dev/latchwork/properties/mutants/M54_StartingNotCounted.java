package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M54: workers that have started and found no slot yet are not counted. */
public final class M54_StartingNotCounted extends PoolAccount {
    public M54_StartingNotCounted(int target) {
        super(target);
    }

    @Override
    public int running(int registered) {
        return super.running(registered) - starting();
    }
}
