package dev.latchwork.jcstress;

import dev.latchwork.aio.latch.Parker;

/** Blocks nobody and remembers that it was to unpark: an actor decides and does not wait. Read by whoever unparks, or after the race. */
public final class UnparkRecord implements Parker {
    private boolean unparked;

    public boolean isUnparked() {
        return unparked;
    }

    @Override
    public void own() {
        // The actor that takes the owner's part is known only when it runs.
    }

    @Override
    public void disown() {
        // See own.
    }

    @Override
    public void park() {
        throw new IllegalStateException("an actor never blocks");
    }

    @Override
    public void parkNanos(long nanos) {
        throw new IllegalStateException("an actor never blocks");
    }

    @Override
    public void unpark() {
        unparked = true;
    }
}
