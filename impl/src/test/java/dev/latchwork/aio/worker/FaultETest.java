package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.worker.IoWorker.Point;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault E: interrupts are served only after a wait. */
class FaultETest {
    /**
     * Three I/Os are queued; the worker is interrupted before it has taken the first. A worker that never finds the queue
     * empty never serves the request: the seed performs all three, and would go on. The reference leaves at its next turn
     * and leaves the I/Os to its replacement.
     */
    @ParameterizedTest
    @CsvSource({"SEED_E, seed-E", "REFERENCE, reference"})
    void checkInterrupts_whenTheQueueIsNeverEmpty(InterruptVariant variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultE.SaturatedWorker/" + subject);
        Protocol protocol = new Protocol(1, 4, 3, WorkerSeams.reference().withInterruptPolicy(variant));
        IoWorker worker = protocol.start();
        protocol.submit(3);
        assertTrue(protocol.control.interrupt(0));
        while (worker.point() != Point.ENDED && protocol.queue.depth() > 0) {
            protocol.step(worker);
        }

        boolean servedWhileSaturated = worker.point() == Point.ENDED;
        run.finish(servedWhileSaturated ? Outcome.HELD : Outcome.VIOLATED, Effort.of("steps", protocol.steps()));
    }
}
