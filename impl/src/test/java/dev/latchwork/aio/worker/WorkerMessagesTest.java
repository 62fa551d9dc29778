package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.CapturedLog;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.probe.Probe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an administrator reads when workers have something to say. */
class WorkerMessagesTest {
    /** A reopen that fails is logged with its real cause, and on whose behalf it was made. */
    @Test
    void reopen_whenItFails_thenTheRealCauseIsLogged() {
        Probe failing = new Probe() {
            @Override
            public void afterReopen(int worker, dev.latchwork.aio.IoHandle handle) throws IOException {
                throw new IOException("no such device");
            }
        };
        Protocol protocol = new Protocol(1, 4, 1, WorkerSeams.reference().withProbe(failing));
        IoWorker worker = protocol.startIdle();
        protocol.submit(1);
        try (CapturedLog log = new CapturedLog(IoWorker.class.getName())) {
            protocol.run(worker, IoWorker.Point.COMPLETE_FAILED);
            assertEquals(
                    List.of(
                            "io worker: 0 processing handle 0",
                            "io worker: 0 could not reopen for read of 1 bytes at 0 of memory of handle 0 on behalf of session 0, completing it as failed: java.io.IOException: no such device"),
                    log.messages());
        }
    }

    /** A worker that finds no slot says so and goes. */
    @Test
    void register_whenNoSlotIsFree_thenLogged() {
        Protocol protocol = new Protocol(AioSettings.MAX_IO_WORKERS, 4, 1, ExitVariant.REFERENCE);
        for (int i = 0; i < AioSettings.MAX_IO_WORKERS; i++) {
            protocol.start();
        }
        IoWorker late = new IoWorker(
                protocol.control, protocol.handles, protocol.failure, protocol.poolChanged, WorkerSeams.reference());
        try (CapturedLog log = new CapturedLog(IoWorker.class.getName())) {
            late.step();
            assertEquals(List.of("could not find a free worker slot"), log.messages());
            assertEquals(IoWorker.Point.EXIT_WORKER, late.point());
        }
    }

    /** At the level of the patch's debug messages a submitter tells whom it chose. */
    @Test
    void submit_whenAWorkerIsChosen_thenTraced() {
        Protocol protocol = new Protocol(1, 4, 1, ExitVariant.REFERENCE);
        protocol.startIdle();
        try (CapturedLog log = new CapturedLog(WorkerSubmitter.class.getName())) {
            protocol.submit(1);
            assertEquals(List.of("session 0 chose worker 0"), log.messages());
        }
    }

    /** A null latch is named as the crash that it is upstream. */
    @Test
    void wakePeer_whenTheLatchIsNull_thenTheMessageNamesTheWorker() {
        OwedWakeups owed = new OwedWakeups(1);
        owed.add(7, null);
        IllegalStateException error = assertThrows(IllegalStateException.class, owed::deliverFirst);
        assertEquals("SetLatch(NULL): worker 7 was chosen from the idle set, but its slot is free", error.getMessage());
    }

    /** An I/O that nobody waited for, left in the queue at the end, is an error and not a silence. */
    @Test
    void close_whenAnIoIsQueued_thenRefusesToBeSilent() {
        HandleTable handles = new HandleTable(1, 1);
        // No worker can be started, so nothing leaves the queue.
        WorkerSeams seams = WorkerSeams.reference();
        int[] made = {0};
        WorkerSeams withoutWorkers = seams.withThreads(body -> {
            if (made[0]++ > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return seams.threads().newThread(body);
        });
        try (CapturedLog log = new CapturedLog(WorkerSupervisor.class.getName())) {
            WorkerMethod method = new WorkerMethod(
                    AioSettings.defaults().withIoWorkers(1), handles, new InstanceFailure(), withoutWorkers);
            Handle handle = handles.get(0);
            handle.setOwner(new IgnoringOwner());
            handle.handOut(new IoResult());
            handle.startRead(new MemoryTarget(ByteBuffer.allocate(1)), ByteBuffer.allocate(1), 0);
            method.newSubmitter(0, ignored -> {}).submit(new Handle[] {handle}, 1);
            // Only once the supervisor has tried; a close that is faster leaves it nothing to start.
            while (log.messages().isEmpty()) {
                Thread.onSpinWait();
            }
            AioException error = assertThrows(AioException.class, method::close);
            assertEquals("submission queue holds 1 I/Os at shutdown", error.getMessage());
            assertEquals(
                    "could not start an io worker; trying again later",
                    log.messages().get(0));
        }
    }

    private static final class IgnoringOwner implements dev.latchwork.aio.handle.HandleOwner {
        @Override
        public void openTarget(dev.latchwork.aio.IoTarget target) {
            // Nothing is performed.
        }

        @Override
        public void stage(Handle handle) {
            handle.stage();
        }
    }
}
