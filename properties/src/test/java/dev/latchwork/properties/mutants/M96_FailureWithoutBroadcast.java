package dev.latchwork.properties.mutants;

import dev.latchwork.aio.handle.Handle;

/** M96: an I/O whose reopen failed is completed, and whoever waits for it is not woken. */
public final class M96_FailureWithoutBroadcast extends Handle {
    public M96_FailureWithoutBroadcast(int id) {
        super(id);
    }

    @Override
    protected void wakeWaiters() {
        if (result() >= 0) {
            super.wakeWaiters();
        }
    }
}
