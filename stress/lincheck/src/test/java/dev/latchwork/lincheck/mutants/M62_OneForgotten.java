package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.latch.ConditionVariable;

/** M62: a broadcast counts one less than wait, and leaves the last of them asleep. */
public final class M62_OneForgotten extends ConditionVariable {
    @Override
    protected synchronized int waiting() {
        return super.waiting() - 1;
    }
}
