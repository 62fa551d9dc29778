package dev.latchwork.tla.binding.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M78: the owner does not reset its latch, so that every later wait ends at once. Nothing is lost, and nobody sleeps. */
public final class M78_ResetForgotten extends Latch {
    public M78_ResetForgotten(Parker parker) {
        super(parker);
    }

    @Override
    public void reset() {
        storeLoadFence();
    }
}
