package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleList;

/** M07: a handle whose use has ended does not come back to its session's idle handles. */
public final class M07_HandleNotReturned extends HandleList {
    @Override
    public void addLast(Handle handle) {
        if (handle.generation() == 1) {
            super.addLast(handle);
        }
    }
}
