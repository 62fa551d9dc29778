package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.worker.IoWorker.Point;
import org.junit.jupiter.api.Test;

/**
 * Fault B: a worker that was chosen, then exits, takes the wakeup with it. PostgreSQL 18 still does. The interleaving:
 * shutdown request to worker 0; worker 0 leaves its loop, its bit still set; a submit of one I/O chooses worker 0 and sets
 * its latch; worker 0 exits. Worker 1 sleeps beside the queued I/O until somebody submits again.
 */
class FaultBTest {
    /** The seed leaves the I/O queued beside a sleeping worker. */
    @Test
    void deregister_whenChosenWhileLeaving_thenSeedTakesTheWakeupAlong() {
        Protocol protocol = new Protocol(2, 4, 1, ExitVariant.SEED_B);
        IoWorker peer = chooseTheLeavingWorker(protocol);

        assertEquals(1, protocol.queue.depth());
        assertEquals(Point.AWAIT, peer.point());
        assertFalse(protocol.registry.slotLatch(1).isSet());
    }

    /** The reference hands the wakeup over: worker 1 is woken and executes the I/O. */
    @Test
    void deregister_whenChosenWhileLeaving_thenReferenceHandsOver() {
        Protocol protocol = new Protocol(2, 4, 1, ExitVariant.REFERENCE);
        IoWorker peer = chooseTheLeavingWorker(protocol);

        assertTrue(protocol.registry.slotLatch(1).isSet());
        peer.step();
        Protocol.run(peer, Point.AWAIT);
        assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(0).state());
        assertEquals(1, protocol.control.statistics().handOvers());
    }

    private static IoWorker chooseTheLeavingWorker(Protocol protocol) {
        IoWorker leaving = protocol.startIdle();
        IoWorker peer = protocol.startIdle();
        protocol.control.reload(1);
        // The supervisor would ask the highest; SIGINT reaches any.
        assertTrue(protocol.control.interrupt(0));
        Protocol.run(leaving, Point.DEREGISTER);
        protocol.submitter().submit(protocol.stage(1), 1);
        assertTrue(protocol.registry.slotLatch(0).isSet());
        Protocol.run(leaving, Point.ENDED);
        return peer;
    }
}
