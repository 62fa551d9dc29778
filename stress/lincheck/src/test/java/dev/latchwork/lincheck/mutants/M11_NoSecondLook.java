package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M11: the owner does not look at the latch again after it has announced that it sleeps. */
public final class M11_NoSecondLook extends Latch {
    public M11_NoSecondLook(Parker parker) {
        super(parker);
    }

    @Override
    public boolean wouldPark() {
        boolean unset = !isSet();
        super.wouldPark();
        return unset;
    }
}
