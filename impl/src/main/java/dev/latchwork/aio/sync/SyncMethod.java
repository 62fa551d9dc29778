package dev.latchwork.aio.sync;

import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.handle.Handle;

/** Every I/O runs in its submitter when it is staged (PostgreSQL: {@code method_sync.c}). Stateless. */
public final class SyncMethod implements MethodOperations {
    @Override
    public boolean needsSynchronousExecution(Handle handle) {
        return true;
    }

    @Override
    public Submitter newSubmitter(int session, SynchronousPerformer performer) {
        return (staged, count) -> {
            throw new IllegalStateException("io_method = sync: an I/O should have been performed when it was staged");
        };
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
