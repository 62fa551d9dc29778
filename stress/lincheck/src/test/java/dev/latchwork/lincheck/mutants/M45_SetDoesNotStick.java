package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M45: a set that finds the owner awake is forgotten, so that it sleeps although there is something to do. */
public final class M45_SetDoesNotStick extends Latch {
    private final Parker parker;

    public M45_SetDoesNotStick(Parker parker) {
        super(parker);
        this.parker = parker;
    }

    @Override
    public void set() {
        if (setNeedsUnpark()) {
            parker.unpark();
        } else {
            reset();
        }
    }
}
