package dev.latchwork.aio.instance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoMethod;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.WaitReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real files through a whole instance, by both methods. */
class FileTransferTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int BLOCK = 8192;

    @TempDir
    Path directory;

    /** What was written is read back, in a batch larger than the batch size and the queue. */
    @ParameterizedTest
    @EnumSource(IoMethod.class)
    void readAndWrite_whenManyBlocks_thenContentIsTheSame(IoMethod method) throws IOException {
        int blocks = 200;
        byte[] content = new byte[blocks * BLOCK];
        new Random(1).nextBytes(content);
        Path source = Files.write(directory.resolve("source"), content);
        Path copy = directory.resolve("copy");
        AioSettings settings = AioSettings.defaults().withIoMethod(method).withIoMaxConcurrency(256);
        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            try (AioInstance aio = AioInstance.start(settings);
                    IoSession session = aio.openSession()) {
                ByteBuffer[] buffers = new ByteBuffer[blocks];
                for (int i = 0; i < blocks; i++) {
                    buffers[i] = ByteBuffer.allocateDirect(BLOCK);
                }
                transferAll(session, FileTarget.forReading(source), buffers, false);
                for (ByteBuffer buffer : buffers) {
                    buffer.flip();
                }
                transferAll(session, FileTarget.forWriting(copy), buffers, true);
            }
        });
        assertArrayEquals(content, Files.readAllBytes(copy));
    }

    private static void transferAll(IoSession session, IoTarget target, ByteBuffer[] buffers, boolean write) {
        IoResult[] results = new IoResult[buffers.length];
        WaitReference[] references = new WaitReference[buffers.length];
        session.enterBatchMode();
        for (int i = 0; i < buffers.length; i++) {
            results[i] = new IoResult();
            references[i] = new WaitReference();
            IoHandle handle = session.acquire(results[i]);
            handle.reference(references[i]);
            if (write) {
                handle.startWrite(target, buffers[i], (long) i * BLOCK);
            } else {
                handle.startRead(target, buffers[i], (long) i * BLOCK);
            }
        }
        session.exitBatchMode();
        for (int i = 0; i < buffers.length; i++) {
            session.await(references[i]);
            assertEquals(IoResult.Status.OK, results[i].status(), results[i].toString());
            assertEquals(BLOCK, results[i].bytes());
        }
    }

    /** Vectored: what several buffers write is what several others, of other sizes, read. */
    @ParameterizedTest
    @EnumSource(IoMethod.class)
    void readvAndWritev_whenBuffersDiffer_thenContentIsTheSame(IoMethod method) throws IOException {
        Path file = directory.resolve("vector");
        AioSettings settings = AioSettings.defaults().withIoMethod(method);
        try (AioInstance aio = AioInstance.start(settings);
                IoSession session = aio.openSession()) {
            FileTarget target = FileTarget.forWriting(file);
            IoResult result = new IoResult();
            WaitReference reference = new WaitReference();
            IoHandle writing = session.acquire(result);
            writing.reference(reference);
            writing.startWritev(
                    target, new ByteBuffer[] {ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2, 3})}, 1);
            session.await(reference);
            assertEquals(3, result.bytes(), result.toString());

            ByteBuffer[] read = {ByteBuffer.allocate(3), ByteBuffer.allocate(1)};
            IoHandle reading = session.acquire(result);
            reading.reference(reference);
            reading.startReadv(target, read, 0);
            session.await(reference);
            assertEquals(IoResult.Status.OK, result.status());
            assertArrayEquals(new byte[] {0, 1, 2}, read[0].array());
            assertArrayEquals(new byte[] {3}, read[1].array());
        }
    }

    /** A read across the end of file is partial, one behind it transfers nothing: as pread. */
    @ParameterizedTest
    @EnumSource(IoMethod.class)
    void read_whenAcrossEndOfFile_thenPartial(IoMethod method) throws IOException {
        Path source = Files.write(directory.resolve("short"), new byte[100]);
        AioSettings settings = AioSettings.defaults().withIoMethod(method);
        try (AioInstance aio = AioInstance.start(settings);
                IoSession session = aio.openSession()) {
            IoResult result = new IoResult();
            await(session, result, FileTarget.forReading(source), 60);
            assertEquals(IoResult.Status.PARTIAL, result.status());
            assertEquals(40, result.bytes());
            await(session, result, FileTarget.forReading(source), 100);
            assertEquals(IoResult.Status.PARTIAL, result.status());
            assertEquals(0, result.bytes());
        }
    }

    private static void await(IoSession session, IoResult result, IoTarget target, long offset) {
        WaitReference reference = new WaitReference();
        IoHandle handle = session.acquire(result);
        handle.reference(reference);
        handle.startRead(target, ByteBuffer.allocate(64), offset);
        session.await(reference);
    }

    /** Memory cannot be reopened by a worker: the submitter performs the I/O, and it is complete when the start returns. */
    @Test
    void read_whenTargetCannotBeReopened_thenRunsInSubmitter() {
        try (AioInstance aio = AioInstance.start(AioSettings.defaults());
                IoSession session = aio.openSession()) {
            IoResult result = new IoResult();
            IoHandle handle = session.acquire(result);
            ByteBuffer buffer = ByteBuffer.allocate(4);
            handle.startRead(new MemoryTarget(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5})), buffer, 1);
            assertEquals(IoResult.Status.OK, result.status());
            assertArrayEquals(new byte[] {2, 3, 4, 5}, buffer.array());
            assertEquals(0, aio.statistics().consumed());
        }
    }

    /**
     * A file that is gone when the worker reopens it completes its I/O as failed with -ENOENT; the worker is replaced and
     * the next I/O succeeds.
     */
    @Test
    void read_whenFileIsGoneAtReopen_thenEnoentAndThePoolRecovers() throws IOException {
        Path gone = Files.write(directory.resolve("gone"), new byte[64]);
        Path stays = Files.write(directory.resolve("stays"), new byte[64]);
        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            try (AioInstance aio = AioInstance.start(AioSettings.defaults().withIoWorkers(1));
                    IoSession session = aio.openSession()) {
                FileTarget target = FileTarget.forReading(gone);
                WaitReference reference = new WaitReference();
                IoResult result = new IoResult();
                session.enterBatchMode();
                IoHandle handle = session.acquire(result);
                handle.reference(reference);
                // The issuer has the file open from here on; no worker has.
                handle.startRead(target, ByteBuffer.allocate(64), 0);
                Files.delete(gone);
                session.exitBatchMode();
                session.await(reference);
                assertEquals(IoResult.Status.ERROR, result.status());
                assertEquals(Errno.ENOENT, result.errno());

                await(session, result, FileTarget.forReading(stays), 0);
                assertEquals(IoResult.Status.OK, result.status());
                assertTrue(aio.statistics().workersStarted() >= 2);
                assertEquals(1, aio.statistics().reopenFailures());
            }
        });
    }
}
