package dev.latchwork.properties;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoOperation;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.probe.Probe;
import java.io.IOException;

/**
 * Makes reopens fail, at the patch's injection point {@code AIO_WORKER_AFTER_REOPEN}; those of reads, so that what is
 * written need not be written again. Thread-safe.
 */
record FailingReopens(Chances chances) implements Probe {
    @Override
    public void afterReopen(int worker, IoHandle handle) throws IOException {
        if (((Handle) handle).operation() == IoOperation.READ && chances.next()) {
            throw new IOException("reopen failure, as chosen");
        }
    }
}
