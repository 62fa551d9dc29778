package dev.latchwork.properties.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M121: a worker registers and does not become the owner of its latch, so that no set wakes it. */
public final class M121_NobodyOwnsTheLatch extends Latch {
    public M121_NobodyOwnsTheLatch(Parker parker) {
        super(parker);
    }

    @Override
    public void own() {
        // Whoever had the slot before is still the one that a set wakes.
    }
}
