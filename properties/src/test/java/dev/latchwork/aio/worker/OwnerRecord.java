package dev.latchwork.aio.worker;

import dev.latchwork.aio.latch.Parker;

/** A parker of which nothing is asked but whether it has an owner. Nobody parks here. */
final class OwnerRecord implements Parker {
    private boolean owned;

    boolean isOwned() {
        return owned;
    }

    @Override
    public void own() {
        owned = true;
    }

    @Override
    public void disown() {
        owned = false;
    }

    @Override
    public void park() {
        throw new IllegalStateException("a step was taken at a latch that is not set");
    }

    @Override
    public void parkNanos(long nanos) {
        park();
    }

    @Override
    public void unpark() {
        // Whoever would be woken takes its next step when it is told to.
    }
}
