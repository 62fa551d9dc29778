package dev.latchwork.properties.mutants;

import dev.latchwork.aio.handle.Handle;

/** M88: who completes an I/O forgets the broadcast. */
public final class M88_NoBroadcast extends Handle {
    public M88_NoBroadcast(int id) {
        super(id);
    }

    @Override
    protected void wakeWaiters() {
        // Whoever sleeps goes on sleeping.
    }
}
