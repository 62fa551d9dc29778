package dev.latchwork.mutants;

import dev.latchwork.aio.latch.ConditionVariable;

/** M62: a broadcast forgets one of those that wait. */
public final class M62_ForgetsOneWaiter extends ConditionVariable {
    @Override
    protected synchronized int waiting() {
        return Math.max(0, super.waiting() - 1);
    }
}
