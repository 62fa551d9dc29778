package dev.latchwork.aio.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.CapturedLog;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.worker.WorkerSeams;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** PANIC, and what is less than that. */
class InstanceFailureTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** An error in the I/O itself, where none may be: every pending and every later wait ends with it, nobody hangs. */
    @Test
    void await_whenAnErrorIsThrownInTheCriticalSection_thenEveryWaitEndsWithPanic() {
        assertTimeoutPreemptively(BOUND, () -> {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch mayFail = new CountDownLatch(1);
            IoTarget failing = new BrokenTarget(() -> {
                reading.countDown();
                awaitUninterruptibly(mayFail);
                throw new AssertionError("broken target");
            });
            AioInstance aio = AioInstance.start(AioSettings.defaults());
            IoSession session = aio.openSession();
            IoSession other = aio.openSession();
            WaitReference reference = new WaitReference();
            IoHandle handle = session.acquire(new IoResult());
            handle.reference(reference);
            handle.startRead(failing, ByteBuffer.allocate(1), 0);
            reading.await();
            AioException[] seen = new AioException[1];
            Thread waiter = new Thread(() -> seen[0] = assertThrows(AioException.class, () -> other.await(reference)));
            waiter.start();
            while (waiter.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            mayFail.countDown();
            AioException own = assertThrows(AioException.class, () -> session.await(reference));
            waiter.join();
            String message = "PANIC: the instance has failed: java.lang.AssertionError: broken target";
            assertEquals(message, own.getMessage());
            assertEquals(message, seen[0].getMessage());
            assertEquals(
                    message,
                    assertThrows(AioException.class, () -> session.acquire(new IoResult()))
                            .getMessage());
            session.close();
            other.close();
            aio.close();
        });
    }

    /** An error where the submitter performs the I/O itself: the log names session and I/O, and the submitter sees it. */
    @Test
    void startRead_whenTheSubmittersOwnIoBreaks_thenTheInstanceFailsAndTheLogSaysWhere() {
        try (CapturedLog log = new CapturedLog(InstanceFailure.class.getName())) {
            AioInstance aio = AioInstance.start(AioSettings.defaults());
            IoSession session = aio.openSession();
            IoHandle handle = session.acquire(new IoResult());
            handle.setReferencesLocal();
            IoTarget broken = new BrokenTarget(() -> {
                throw new AssertionError("broken target");
            });
            assertThrows(AssertionError.class, () -> handle.startRead(broken, ByteBuffer.allocate(1), 0));
            assertEquals(
                    List.of("PANIC: session 0 performing read of 1 bytes at 0 of " + broken.describe()
                            + ": the instance has failed"),
                    log.messages());
            session.close();
            aio.close();
        }
    }

    /** After the end there are no sessions to be had. */
    @Test
    void openSession_whenClosed_thenRefused() {
        AioInstance aio = AioInstance.start(AioSettings.defaults());
        aio.close();
        AioException error = assertThrows(AioException.class, aio::openSession);
        assertEquals("this instance is closed", error.getMessage());
    }

    /** Threads that cannot be started are tried again; the pool gets there, and no I/O is lost meanwhile. */
    @Test
    void supervisor_whenThreadsCannotBeStarted_thenTriesAgain() {
        assertTimeoutPreemptively(BOUND, () -> {
            AtomicInteger refusals = new AtomicInteger(4);
            WorkerSeams seams = WorkerSeams.reference();
            AtomicInteger made = new AtomicInteger();
            WorkerSeams stubborn = seams.withThreads(body -> {
                // The first thread is the supervisor's own.
                if (made.getAndIncrement() > 0 && refusals.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                return seams.threads().newThread(body);
            });
            try (AioInstance aio = AioInstance.start(AioSettings.defaults().withIoWorkers(2), stubborn);
                    IoSession session = aio.openSession()) {
                WaitReference reference = new WaitReference();
                IoResult result = new IoResult();
                IoHandle handle = session.acquire(result);
                handle.reference(reference);
                handle.startRead(new BrokenTarget(() -> 1), ByteBuffer.allocate(1), 0);
                session.await(reference);
                assertEquals(IoResult.Status.OK, result.status());
                assertTrue(refusals.get() <= 3, "no thread was refused");
            }
        });
    }

    /** The thread's interrupt status is its own affair: the I/O is performed, and the status is kept. */
    @Test
    void read_whenSubmittersThreadIsInterrupted_thenCompletesAndStatusIsKept() {
        assertTimeoutPreemptively(BOUND, () -> {
            try (AioInstance aio = AioInstance.start(AioSettings.defaults());
                    IoSession session = aio.openSession()) {
                IoResult result = new IoResult();
                WaitReference reference = new WaitReference();
                Thread.currentThread().interrupt();
                IoHandle handle = session.acquire(result);
                handle.reference(reference);
                handle.startRead(new BrokenTarget(() -> 1), ByteBuffer.allocate(1), 0);
                session.await(reference);
                assertEquals(IoResult.Status.OK, result.status());
                assertTrue(Thread.interrupted());
            }
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Transfer {
        int run();
    }

    /** A target whose transfers do what the test says. */
    private record BrokenTarget(Transfer transfer) implements IoTarget {
        @Override
        public OpenTarget open() {
            return new OpenTarget() {
                @Override
                public int read(ByteBuffer buffer, long offset) {
                    return transfer.run();
                }

                @Override
                public int write(ByteBuffer buffer, long offset) {
                    return transfer.run();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public boolean canReopen() {
            return true;
        }

        @Override
        public String describe() {
            return "broken target";
        }
    }
}
