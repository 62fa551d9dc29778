package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.Latch;

/** M13: the owner's two fences are missing, the setter's two are there. */
public final class M13_OwnerWithoutFences extends Latch {
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
        if (Thread.currentThread() != owner) {
            super.storeLoadFence();
        }
    }
}
