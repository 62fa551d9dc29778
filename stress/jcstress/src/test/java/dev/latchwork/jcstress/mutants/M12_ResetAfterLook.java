package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;

/** M12: the latch is reset not before the owner looks for work but after it, just before the next wait. */
public final class M12_ResetAfterLook extends Latch {
    /** Used by the owner only. */
    private boolean resetPending;

    public M12_ResetAfterLook(Parker parker) {
        super(parker);
    }

    @Override
    public void reset() {
        resetPending = true;
    }

    @Override
    public boolean wouldPark() {
        if (resetPending) {
            resetPending = false;
            super.reset();
        }
        return super.wouldPark();
    }
}
