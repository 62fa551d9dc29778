package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.IoWorker.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The supervisor's decisions, step by step, on a clock in the test's hand. No thread runs. */
class WorkerSupervisorTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<IoWorker> started = new ArrayList<>();
    private boolean reopenFails;

    private final WorkerSeams seams = WorkerSeams.reference()
            .withClock(clock::get)
            .withThreads(body -> new Thread(body) {
                @Override
                public synchronized void start() {
                    // The test takes the worker's steps itself.
                    started.add((IoWorker) body);
                }
            })
            .withProbe(new Probe() {
                @Override
                public void afterReopen(int worker, IoHandle handle) throws IOException {
                    if (reopenFails) {
                        throw new IOException("injected");
                    }
                }
            });
    private final Protocol protocol = new Protocol(2, 64, 40, seams);
    private final WorkerSupervisor supervisor = new WorkerSupervisor(
            protocol.control,
            () -> new IoWorker(protocol.control, protocol.handles, protocol.failure, protocol.poolChanged, seams),
            seams,
            protocol.failure,
            protocol.poolChanged);

    /** The next worker that was started, registered. */
    private IoWorker next() {
        IoWorker worker = started.remove(0);
        protocol.step(worker);
        return worker;
    }

    /** One turn of the supervisor, up to its wait; the wait itself is not entered. */
    private void turn() {
        do {
            if (supervisor.point() == WorkerSupervisor.Point.AWAIT) {
                protocol.poolChanged.set();
            }
            supervisor.step();
        } while (supervisor.point() != WorkerSupervisor.Point.AWAIT);
    }

    /** The pool is brought to its size, also after a reload. */
    @Test
    void start_whenWorkersAreMissing_thenStartsThem() {
        turn();
        assertEquals(2, started.size());
        protocol.control.reload(5);
        turn();
        assertEquals(5, started.size());
    }

    /** Too many: one request to one worker, the next only after that one has gone. */
    @Test
    void shrink_whenTooMany_thenOneAfterTheOther() {
        turn();
        IoWorker first = next();
        IoWorker second = next();
        protocol.control.reload(1);
        turn();
        assertTrue(second.isExitRequested());
        turn();
        assertFalse(first.isExitRequested(), "the pool has its size when the second has gone");
        protocol.run(second, Point.ENDED);
        turn();
        assertFalse(first.isExitRequested());
        assertTrue(started.isEmpty());
    }

    /**
     * Workers that die one after the other without having performed an I/O are replaced after a delay that grows and is
     * bounded, while another worker is there.
     */
    @Test
    void start_whenWorkersDieWithoutUse_thenDelaysGrowAndAreBounded() {
        reopenFails = true;
        turn();
        protocol.run(next(), Point.AWAIT);
        long longest = 0;
        for (int deaths = 1; deaths <= 15; deaths++) {
            dieOf(next());
            turn();
            long delay = RestartBackoff.delayNanos(deaths);
            assertEquals(delay == 0, !started.isEmpty(), "after death " + deaths);
            if (delay > 0) {
                clock.addAndGet(delay - 1);
                turn();
                assertTrue(started.isEmpty(), "the delay is not over");
                clock.addAndGet(1);
                turn();
                assertFalse(started.isEmpty(), "the delay is over");
            }
            assertTrue(delay >= longest && delay <= TimeUnit.SECONDS.toNanos(2), "grows, but is bounded: " + delay);
            longest = delay;
        }
        assertTrue(longest > 0);
    }

    /** The last worker is replaced at once, however often it dies: no queued I/O waits for the end of a delay. */
    @Test
    void start_whenTheLastWorkerDies_thenNoDelay() {
        reopenFails = true;
        protocol.control.reload(1);
        turn();
        for (int deaths = 1; deaths <= 15; deaths++) {
            dieOf(next());
            turn();
            assertEquals(1, started.size(), "after death " + deaths);
        }
    }

    /** The worker takes a new I/O and cannot reopen its target. */
    private void dieOf(IoWorker worker) {
        protocol.submit(1);
        protocol.run(worker, Point.ENDED);
    }
}
