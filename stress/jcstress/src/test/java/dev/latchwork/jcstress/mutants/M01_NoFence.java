package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;

/** M01: the latch's stores may pass its loads, since nothing stands between them. */
public final class M01_NoFence extends Latch {
    @Override
    protected void storeLoadFence() {}
}
