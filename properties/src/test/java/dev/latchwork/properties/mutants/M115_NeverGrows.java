package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M115: a reload that raises io_workers has no effect. */
public final class M115_NeverGrows extends PoolAccount {
    public M115_NeverGrows(int target) {
        super(target);
    }

    @Override
    public void retarget(int newTarget) {
        super.retarget(Math.min(target(), newTarget));
    }
}
