package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M117: the count of workers that died without use is not reset by one that was of use. */
public final class M117_BackoffNeverReset extends PoolAccount {
    public M117_BackoffNeverReset(int target) {
        super(target);
    }

    @Override
    protected int fruitlessAfter(int before, boolean reopenFailed, boolean performed) {
        return reopenFailed && !performed ? before + 1 : before;
    }
}
