package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;

/** M14: the setter's two fences are missing, the owner's two are there. */
public final class M14_SetterWithoutFences extends Latch {
    /** Plain: the owner reads what it wrote, and any other thread reads null or somebody else. */
    private Thread owner;

    @Override
    public boolean wouldPark() {
        owner = Thread.currentThread();
        return super.wouldPark();
    }

    @Override
    public void reset() {
        owner = Thread.currentThread();
        super.reset();
    }

    @Override
    protected void storeLoadFence() {
        if (Thread.currentThread() == owner) {
            super.storeLoadFence();
        }
    }
}
