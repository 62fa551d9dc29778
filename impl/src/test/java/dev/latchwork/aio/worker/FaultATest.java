package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.worker.IoWorker.Point;
import org.junit.jupiter.api.Test;

/**
 * Fault A: a worker that exits leaves its idle bit set. The shortest interleavings of the two ways in which that goes
 * wrong, on the shipped classes, and the same steps on the reference.
 */
class FaultATest {
    /**
     * Lost wakeup: worker 0 exits and its bit stays; workers 1 and 2 are idle; a submit of one I/O chooses worker 0, finds
     * a null latch and wakes nobody. The I/O is queued beside two sleeping workers.
     */
    @Test
    void submit_whenTheLowestIdleWorkerHasLeft_thenSeedWakesNobody() {
        Protocol protocol = new Protocol(3, 4, 1, ExitVariant.SEED_A);
        IoWorker[] workers = leaveFirstOfThree(protocol);

        submitOne(protocol);

        assertEquals(1, protocol.queue.depth());
        assertFalse(protocol.registry.slotLatch(1).isSet());
        assertFalse(protocol.registry.slotLatch(2).isSet());
        assertEquals(Point.AWAIT, workers[1].point());
        assertEquals(Point.AWAIT, workers[2].point());
    }

    /** The same steps on the reference wake worker 1. */
    @Test
    void submit_whenTheLowestIdleWorkerHasLeft_thenReferenceWakesTheNext() {
        Protocol protocol = new Protocol(3, 4, 1, ExitVariant.REFERENCE);
        leaveFirstOfThree(protocol);

        submitOne(protocol);

        assertTrue(protocol.registry.slotLatch(1).isSet());
    }

    /**
     * Null latch: a submit of two I/Os chooses worker 0; worker 1 exits and its bit stays; worker 0 consumes, finds one
     * I/O left, chooses worker 1 and sets a null latch: a crash of the server.
     */
    @Test
    void wakePeer_whenThePeerHasLeft_thenSeedSetsANullLatch() {
        Protocol protocol = new Protocol(2, 4, 2, ExitVariant.SEED_A);
        IoWorker worker = chosenWhileThePeerLeaves(protocol);

        assertEquals(Point.WAKE_PEER, worker.point());
        IllegalStateException crash = assertThrows(IllegalStateException.class, worker::step);
        assertTrue(crash.getMessage().startsWith("SetLatch(NULL): worker 1 "), crash.getMessage());
    }

    /** The same steps on the reference: nobody is idle, worker 0 executes both. */
    @Test
    void wakePeer_whenThePeerHasLeft_thenReferenceExecutesBoth() {
        Protocol protocol = new Protocol(2, 4, 2, ExitVariant.REFERENCE);
        IoWorker worker = chosenWhileThePeerLeaves(protocol);

        assertEquals(Point.REOPEN, worker.point());
        Protocol.run(worker, Point.AWAIT);
        assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(0).state());
        assertEquals(HandleState.COMPLETED_SHARED, protocol.handles.get(1).state());
    }

    private static IoWorker[] leaveFirstOfThree(Protocol protocol) {
        IoWorker[] workers = {protocol.startIdle(), protocol.startIdle(), protocol.startIdle()};
        protocol.control.reload(2);
        assertTrue(protocol.control.interrupt(0));
        Protocol.run(workers[0], Point.ENDED);
        return workers;
    }

    private static void submitOne(Protocol protocol) {
        Handle[] batch = protocol.stage(1);
        protocol.submitter().submit(batch, 1);
    }

    private static IoWorker chosenWhileThePeerLeaves(Protocol protocol) {
        IoWorker worker = protocol.startIdle();
        IoWorker peer = protocol.startIdle();
        protocol.submitter().submit(protocol.stage(2), 2);
        protocol.control.reload(1);
        assertTrue(protocol.control.interrupt(1));
        // The peer leaves with the queue not empty: its hand-over finds nobody but itself.
        Protocol.run(peer, Point.ENDED);
        Protocol.run(worker, Point.LOOK);
        worker.step();
        return worker;
    }
}
