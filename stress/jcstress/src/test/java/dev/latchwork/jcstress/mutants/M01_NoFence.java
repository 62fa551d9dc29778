package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;

/** M01: the latch has no store-load fence, so owner and setter can each miss what the other has stored. */
public final class M01_NoFence extends Latch {
    @Override
    protected void storeLoadFence() {
        // The mistake.
    }
}
