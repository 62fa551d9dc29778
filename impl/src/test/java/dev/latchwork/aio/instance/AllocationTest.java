package dev.latchwork.aio.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submit, execute, complete and wait allocate nothing in steady state. */
class AllocationTest {
    private static final int BATCH = 32;
    private static final int BLOCK = 8192;
    private static final int WARM_UP_BATCHES = 3_000;
    private static final int BATCHES = 10_000;
    private static final double BYTES_PER_IO = 0.1;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    /** At most 0.1 bytes for each I/O, over all threads of the process. */
    @Test
    void readBatch_whenSteady_thenAllocatesNothing() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[BATCH * BLOCK]);
        // A directory that has just changed is looked at more closely at each reopen.
        Files.setLastModifiedTime(directory, FileTime.fromMillis(System.currentTimeMillis() - 10_000));
        FileTarget target = FileTarget.forReading(file);
        try (AioInstance aio = AioInstance.start(AioSettings.defaults().withIoWorkers(2));
                IoSession session = aio.openSession()) {
            ByteBuffer[] buffers = new ByteBuffer[BATCH];
            IoResult[] results = new IoResult[BATCH];
            WaitReference[] references = new WaitReference[BATCH];
            for (int i = 0; i < BATCH; i++) {
                buffers[i] = ByteBuffer.allocateDirect(BLOCK);
                results[i] = new IoResult();
                references[i] = new WaitReference();
            }
            run(session, target, buffers, results, references, WARM_UP_BATCHES);
            // The first count allocates for its own sake.
            allocated();
            long before = allocated();
            run(session, target, buffers, results, references, BATCHES);
            double bytesPerIo = (allocated() - before) / (double) (BATCHES * BATCH);
            System.out.printf("allocated %.4f bytes for each I/O, over all threads%n", bytesPerIo);
            assertTrue(bytesPerIo <= BYTES_PER_IO, bytesPerIo + " bytes for each I/O");
        }
    }

    private static void run(
            IoSession session,
            FileTarget target,
            ByteBuffer[] buffers,
            IoResult[] results,
            WaitReference[] references,
            int batches) {
        for (int batch = 0; batch < batches; batch++) {
            session.enterBatchMode();
            for (int i = 0; i < BATCH; i++) {
                IoHandle handle = session.acquire(results[i]);
                handle.reference(references[i]);
                buffers[i].clear();
                handle.startRead(target, buffers[i], (long) i * BLOCK);
            }
            session.exitBatchMode();
            for (int i = 0; i < BATCH; i++) {
                session.await(references[i]);
                if (results[i].status() != IoResult.Status.OK) {
                    assertEquals(IoResult.Status.OK, results[i].status());
                }
            }
        }
    }

    private long allocated() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
