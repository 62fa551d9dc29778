package dev.latchwork.properties.mutants;

import dev.latchwork.aio.latch.Latch;

/** M31: the latch is set, but its owner is not unparked, so a worker that sleeps goes on sleeping. */
public final class M31_SetWithoutUnpark extends Latch {
    @Override
    public void set() {
        setNeedsUnpark();
    }
}
