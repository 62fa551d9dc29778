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

/**
 * Fault A: a worker that exits leaves its idle bit set. The shortest interleavings of the two ways in which that goes
 * wrong, step by step on the shipped classes; the same steps on the reference do no harm.
 */
class FaultATest {
    /**
     * Lost wakeup: worker 0 exits and its bit stays; workers 1 and 2 are idle; a submit of one I/O chooses worker 0, finds
     * a null latch and wakes nobody. The I/O is queued beside two sleeping workers. On the reference worker 1 is woken.
     */
    @ParameterizedTest
    @CsvSource({"SEED_A, seed-A", "REFERENCE, reference"})
    void submit_whenTheLowestIdleWorkerHasLeft(ExitVariant variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultA.LostWakeup/" + subject);
        Protocol protocol = new Protocol(3, 4, 1, variant);
        IoWorker leaving = protocol.startIdle();
        protocol.startIdle();
        protocol.startIdle();
        protocol.control.reload(2);
        assertTrue(protocol.control.interrupt(0));
        protocol.run(leaving, Point.ENDED);

        protocol.submit(1);

        run.finish(protocol.isWakeupLost() ? Outcome.VIOLATED : Outcome.HELD, Effort.of("steps", protocol.steps()));
    }

    /**
     * Null latch: a submit of two I/Os chooses worker 0; worker 1 exits and its bit stays; worker 0 consumes, finds one
     * I/O left, chooses worker 1 and sets a null latch: a crash of the server. On the reference nobody is idle then, and
     * worker 0 executes both.
     */
    @ParameterizedTest
    @CsvSource({"SEED_A, seed-A", "REFERENCE, reference"})
    void wakePeer_whenThePeerHasLeft(ExitVariant variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultA.NullLatch/" + subject);
        Protocol protocol = new Protocol(2, 4, 2, variant);
        IoWorker worker = protocol.startIdle();
        IoWorker peer = protocol.startIdle();
        protocol.submit(2);
        protocol.control.reload(1);
        assertTrue(protocol.control.interrupt(1));
        // The peer leaves with the queue not empty; its hand-over finds nobody but itself.
        protocol.run(peer, Point.ENDED);

        Outcome outcome = Outcome.HELD;
        try {
            protocol.run(worker, Point.AWAIT);
            protocol.run(worker, Point.LOOK);
            protocol.step(worker);
            protocol.run(worker, Point.AWAIT);
            assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(0).state());
            assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(1).state());
        } catch (IllegalStateException e) {
            assertTrue(e.getMessage().startsWith("SetLatch(NULL): worker 1 "), e.getMessage());
            outcome = Outcome.VIOLATED;
        }
        run.finish(outcome, Effort.of("steps", protocol.steps()));
    }
}
