package dev.latchwork.properties.mutants;

import dev.latchwork.aio.worker.PoolAccount;

/** M120: at close the workers that have given up their slot and still run are not waited for. */
public final class M120_LeaversForgottenAtClose extends PoolAccount {
    public M120_LeaversForgottenAtClose(int target) {
        super(target);
    }

    @Override
    public boolean isEmpty(int registered) {
        return starting() + registered == 0;
    }
}
