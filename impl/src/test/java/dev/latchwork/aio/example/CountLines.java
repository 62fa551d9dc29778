package dev.latchwork.aio.example;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the lines of a file, sixteen blocks at a time. */
public final class CountLines {
    private static final int BLOCK = 64 << 10;
    private static final int BATCH = 16;

    private CountLines() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(count(Path.of(arguments[0])));
    }

    /** Line feeds in the file. */
    public static long count(Path file) throws IOException {
        AioSettings settings = AioSettings.defaults().withIoWorkers(4);
        try (Aio aio = AioInstance.start(settings);
                IoSession session = aio.openSession()) {
            FileTarget target = FileTarget.forReading(file);
            ByteBuffer[] buffers = new ByteBuffer[BATCH];
            IoResult[] results = new IoResult[BATCH];
            WaitReference[] references = new WaitReference[BATCH];
            for (int i = 0; i < BATCH; i++) {
                buffers[i] = ByteBuffer.allocateDirect(BLOCK);
                results[i] = new IoResult();
                references[i] = new WaitReference();
            }
            long size = Files.size(file);
            long lines = 0;
            for (long start = 0; start < size; start += (long) BATCH * BLOCK) {
                int blocks = (int) Math.min(BATCH, (size - start + BLOCK - 1) / BLOCK);
                session.enterBatchMode();
                for (int i = 0; i < blocks; i++) {
                    IoHandle handle = session.acquire(results[i]);
                    // Before the start: after it the handle may be in its next use.
                    handle.reference(references[i]);
                    handle.startRead(target, buffers[i].clear(), start + (long) i * BLOCK);
                }
                // One lock hold and at most one wakeup for all of them.
                session.exitBatchMode();
                for (int i = 0; i < blocks; i++) {
                    session.await(references[i]);
                    if (results[i].status() == IoResult.Status.ERROR) {
                        throw new IOException("block at " + (start + (long) i * BLOCK) + ": " + results[i]);
                    }
                    lines += lineFeeds(buffers[i].flip());
                }
            }
            return lines;
        }
    }

    private static long lineFeeds(ByteBuffer buffer) {
        long lines = 0;
        while (buffer.hasRemaining()) {
            if (buffer.get() == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
