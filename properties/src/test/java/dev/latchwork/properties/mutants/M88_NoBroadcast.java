package dev.latchwork.properties.mutants;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.ConditionVariable;

/** M88: who completes an I/O forgets the broadcast. */
public final class M88_NoBroadcast extends Handle {
    public M88_NoBroadcast(int id) {
        super(id);
    }

    public M88_NoBroadcast(int id, ConditionVariable completed) {
        super(id, completed);
    }

    @Override
    protected void wakeWaiters() {
        // Whoever sleeps goes on sleeping.
    }
}
