package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.worker.IoWorker.Point;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault C: interrupts are not held from consume to completion. */
class FaultCTest {
    /**
     * Worker 0 consumes an I/O; an interrupt reaches it before the completion; it exits with the I/O in hand. The I/O is
     * out of the queue and never completes. The reference completes it and leaves then.
     */
    @ParameterizedTest
    @CsvSource({"SEED_C, seed-C", "REFERENCE, reference"})
    void reopen_whenInterruptedWithAnIoInHand(InterruptVariant variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultC.LostIo/" + subject);
        Protocol protocol = new Protocol(1, 4, 1, WorkerSeams.reference().withInterruptPolicy(variant));
        IoWorker worker = protocol.start();
        protocol.submit(1);
        protocol.run(worker, Point.REOPEN);
        assertTrue(protocol.control.interrupt(0));
        protocol.run(worker, Point.ENDED);

        assertEquals(0, protocol.queue.depth());
        boolean completed = protocol.handles.get(0).state() == HandleState.COMPLETED_SHARED;
        run.finish(completed ? Outcome.HELD : Outcome.VIOLATED, Effort.of("steps", protocol.steps()));
    }
}
