package dev.latchwork.aio.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    private Aio aio;
    private IoSession session;
    private FileTarget target;

    @BeforeEach
    void start() throws IOException {
        aio = AioInstance.start(AioSettings.defaults().withIoMaxConcurrency(2).withMaxSessions(2));
        session = aio.openSession();
        target = FileTarget.forReading(Files.write(directory.resolve("file"), new byte[64 * BLOCK]));
    }

    @AfterEach
    void close() {
        session.close();
        aio.close();
    }

    private WaitReference read(IoSession by, IoResult result, int block) {
        WaitReference reference = new WaitReference();
        IoHandle handle = by.acquire(result);
        handle.reference(reference);
        handle.startRead(target, ByteBuffer.allocate(BLOCK), (long) block * BLOCK);
        return reference;
    }

    /** One handle is handed out at a time; the second acquire is refused and the first handle is still good. */
    @Test
    void acquire_whenOneIsHandedOut_thenApiViolationAndNoDamage() {
        IoHandle handle = session.acquire(new IoResult());
        AioException error = assertThrows(AioException.class, () -> session.acquire(new IoResult()));
        assertEquals(
                "API violation: only one I/O can be handed out, and handle " + handle.id() + " is", error.getMessage());
        session.release(handle);
        assertEquals(HandleState.IDLE, handle.state());
    }

    /** Many more I/Os than handles: acquire reclaims, submits and waits for the oldest; nobody waits for ever. */
    @Test
    void acquire_whenHandlesAreExhausted_thenReclaimsSubmitsOrWaits() {
        assertTimeoutPreemptively(BOUND, () -> {
            IoResult[] results = new IoResult[50];
            session.enterBatchMode();
            for (int i = 0; i < results.length; i++) {
                results[i] = new IoResult();
                read(session, results[i], i);
            }
            session.exitBatchMode();
            session.close();
            for (IoResult result : results) {
                assertEquals(IoResult.Status.OK, result.status());
            }
        });
    }

    /** Another session waits for the I/O; only the owner gets the outcome. A reference of a past use means done. */
    @Test
    void await_whenByAnotherSession_thenReturnsAndOwnerReclaims() {
        assertTimeoutPreemptively(BOUND, () -> {
            IoResult result = new IoResult();
            WaitReference reference = read(session, result, 1);
            try (IoSession other = aio.openSession()) {
                other.await(reference);
                assertTrue(other.isCompleted(reference));
                assertEquals(IoResult.Status.UNKNOWN, result.status());
                session.await(reference);
                assertEquals(IoResult.Status.OK, result.status());
                other.await(reference);
                session.await(reference);
            }
        });
    }

    /** Waiting for one's own I/O that is only staged can never end, so it is refused. */
    @Test
    void await_whenOwnIsOnlyStaged_thenApiViolation() {
        session.enterBatchMode();
        WaitReference reference = read(session, new IoResult(), 0);
        AioException error = assertThrows(AioException.class, () -> session.await(reference));
        assertTrue(error.getMessage().startsWith("API violation: waiting for own I/O of handle "), error.getMessage());
        assertTrue(error.getMessage().endsWith(" in state STAGED; submit it first"), error.getMessage());
        session.exitBatchMode();
        session.await(reference);
    }

    /** Two sessions stage, and each waits for the other's I/O: whoever blocks submits first, so nobody hangs. */
    @Test
    void await_whenTwoSessionsWaitForEachOther_thenBothReturn() {
        assertTimeoutPreemptively(BOUND, () -> {
            try (IoSession other = aio.openSession()) {
                session.enterBatchMode();
                other.enterBatchMode();
                WaitReference mine = read(session, new IoResult(), 0);
                WaitReference its = read(other, new IoResult(), 1);
                // Whoever finds the other's I/O completed does not block, and goes on to submit its own batch.
                Thread thread = new Thread(() -> {
                    other.await(mine);
                    other.exitBatchMode();
                });
                thread.start();
                session.await(its);
                session.exitBatchMode();
                thread.join();
                assertTrue(session.isCompleted(mine));
            }
        });
    }

    /** Misuse of batch mode and of references is refused with words. */
    @Test
    void session_whenMisused_thenApiViolation() {
        assertEquals(
                "API violation: this session is not in batch mode",
                assertThrows(AioException.class, session::exitBatchMode).getMessage());
        session.enterBatchMode();
        assertEquals(
                "API violation: this session is in batch mode already",
                assertThrows(AioException.class, session::enterBatchMode).getMessage());
        session.exitBatchMode();
        assertEquals(
                "API violation: the wait reference refers to no I/O",
                assertThrows(AioException.class, () -> session.await(new WaitReference()))
                        .getMessage());
        assertThrows(AioException.class, () -> session.release(null));
    }

    /** A target that the issuer itself cannot open is the issuer's error; the handle stays handed out. */
    @Test
    void start_whenIssuerCannotOpen_thenErrorNamesTheFile() {
        Path missing = directory.resolve("missing");
        IoHandle handle = session.acquire(new IoResult());
        AioException error = assertThrows(
                AioException.class, () -> handle.startRead(FileTarget.forReading(missing), ByteBuffer.allocate(1), 0));
        assertTrue(error.getMessage().startsWith("could not open file \"" + missing + "\""), error.getMessage());
        session.release(handle);
    }

    /** A closed session refuses everything; its place is free for another. */
    @Test
    void session_whenClosed_thenRefusesAndItsPlaceIsFree() {
        session.close();
        assertEquals(
                "this session is closed",
                assertThrows(AioException.class, () -> session.acquire(new IoResult()))
                        .getMessage());
        try (IoSession first = aio.openSession();
                IoSession second = aio.openSession()) {
            assertNotNull(first);
            assertNotNull(second);
            assertEquals(
                    "too many sessions: \"max_sessions\" is 2",
                    assertThrows(AioException.class, aio::openSession).getMessage());
        }
    }

    /** Sessions go first; the instance refuses to close before, and goes on. */
    @Test
    void close_whenSessionIsOpen_thenRefused() {
        AioException error = assertThrows(AioException.class, aio::close);
        assertEquals("1 sessions are open; close them before the instance", error.getMessage());
        IoResult result = new IoResult();
        session.await(read(session, result, 0));
        assertEquals(IoResult.Status.OK, result.status());
    }

    /** A reload out of range is refused; the running configuration stays. */
    @Test
    void reload_whenOutOfRange_thenRefusedAndConfigurationStays() {
        assertThrows(IllegalArgumentException.class, () -> aio.reload(33));
        assertEquals(3, aio.settings().ioWorkers());
        aio.reload(4);
        assertEquals(4, aio.settings().ioWorkers());
        IllegalArgumentException restart = assertThrows(
                IllegalArgumentException.class, () -> aio.reload(aio.settings().withIoWorkerQueueSize(128)));
        assertTrue(
                restart.getMessage().startsWith("only \"io_workers\" can be changed without restarting"),
                restart.getMessage());
        aio.reload(aio.settings().withIoWorkers(5));
        assertEquals(5, aio.settings().ioWorkers());
        assertFalse(aio.interruptWorker(-1));
        assertFalse(aio.interruptWorker(32));
    }
}
