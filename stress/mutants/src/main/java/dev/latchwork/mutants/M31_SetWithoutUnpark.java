package dev.latchwork.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M31: the setter stores the flag and leaves the sleeping owner asleep. */
public final class M31_SetWithoutUnpark extends Latch {
    public M31_SetWithoutUnpark() {}

    public M31_SetWithoutUnpark(Parker parker) {
        super(parker);
    }

    @Override
    public void set() {
        setNeedsUnpark();
    }
}
