package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M55: a worker that ended is not replaced as long as another runs. */
public final class M55_NotReplacedWhileAnotherRuns extends PoolAccount {
    public M55_NotReplacedWhileAnotherRuns(int target) {
        super(target);
    }

    @Override
    public boolean isMissing(int registered) {
        return running(registered) == starting() && super.isMissing(registered);
    }
}
