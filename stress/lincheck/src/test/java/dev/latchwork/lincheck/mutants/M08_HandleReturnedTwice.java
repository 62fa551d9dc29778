package dev.latchwork.lincheck.mutants;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleList;

/** M08: a handle whose use has ended comes back to its session's idle handles twice, and is handed out again while in use. */
public final class M08_HandleReturnedTwice extends HandleList {
    @Override
    public void addLast(Handle handle) {
        super.addLast(handle);
        if (handle.generation() > 1) {
            super.addLast(handle);
        }
    }
}
