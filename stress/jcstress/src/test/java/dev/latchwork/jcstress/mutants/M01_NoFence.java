package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M01: the latch has no store-load fence, so owner and setter can each miss what the other has stored. */
public final class M01_NoFence extends Latch {
    public M01_NoFence() {}

    public M01_NoFence(Parker parker) {
        super(parker);
    }

    @Override
    protected void storeLoadFence() {
        // The mistake.
    }
}
