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
 * Fault B: a worker that was chosen, then exits, takes the wakeup with it. PostgreSQL 18 still does.
 */
class FaultBTest {
    /**
     * Shutdown request to worker 0; worker 0 leaves its loop, its bit still set; a submit of one I/O chooses worker 0 and
     * sets its latch; worker 0 exits. Worker 1 sleeps beside the queued I/O until somebody submits again. The reference
     * hands the wakeup over: worker 1 is woken and executes the I/O; PostgreSQL 19 wakes everybody, worker 1 among them.
     */
    @ParameterizedTest
    @CsvSource({"SEED_B, seed-B", "REFERENCE, reference", "POSTGRES_19, postgres-19"})
    void deregister_whenChosenWhileLeaving(ExitVariant variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultB.LostWakeup/" + subject);
        Protocol protocol = new Protocol(2, 4, 1, variant);
        IoWorker leaving = protocol.startIdle();
        IoWorker peer = protocol.startIdle();
        protocol.control.reload(1);
        // The supervisor would ask the highest worker; an interrupt reaches any.
        assertTrue(protocol.control.interrupt(0));
        protocol.run(leaving, Point.DEREGISTER);
        protocol.submit(1);
        assertTrue(protocol.registry.slotLatch(0).isSet(), "the leaving worker was chosen");
        protocol.run(leaving, Point.ENDED);

        boolean lost = protocol.isWakeupLost();
        if (!lost) {
            protocol.step(peer);
            protocol.run(peer, Point.AWAIT);
            assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(0).state());
            assertEquals(1, protocol.control.statistics().handOvers());
        }
        run.finish(lost ? Outcome.VIOLATED : Outcome.HELD, Effort.of("steps", protocol.steps()));
    }
}
