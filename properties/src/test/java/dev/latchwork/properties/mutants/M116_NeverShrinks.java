package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M116: a reload that lowers io_workers has no effect, unless it closes. */
public final class M116_NeverShrinks extends PoolAccount {
    public M116_NeverShrinks(int target) {
        super(target);
    }

    @Override
    public void retarget(int newTarget) {
        super.retarget(newTarget == 0 ? 0 : Math.max(target(), newTarget));
    }
}
