package dev.latchwork.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;

/** M65: whoever looks at a handle's fields does not ask afterwards whether they were still those of the same use. */
public final class M65_NoSecondLookAtGeneration extends Handle {
    public M65_NoSecondLookAtGeneration(int id) {
        super(id);
    }

    @Override
    protected boolean isStill(long thatGeneration, HandleState thatState) {
        return true;
    }
}
