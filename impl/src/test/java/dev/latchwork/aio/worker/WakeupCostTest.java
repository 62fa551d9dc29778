package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.aio.worker.IoWorker.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submit costs in system calls, as counts: for every batch size and every pool size. */
class WakeupCostTest {
    private static final int QUEUE_SIZE = 64;

    private final CountingParker parker = new CountingParker();
    private final List<String> order = new ArrayList<>();

    private final WorkerSeams seams = WorkerSeams.reference()
            .withNewLatch(() -> new Latch(parker))
            .withProbe(new Probe() {
                @Override
                public void after(Step step, int actor, int argument) {
                    if (step == Step.SUBMIT_SET_LATCH || step == Step.PERFORM_SYNCHRONOUSLY) {
                        order.add(step.action());
                    }
                }
            });

    /** Exactly one unpark when a worker sleeps, whatever the batch and the pool. */
    @Test
    void submit_whenWorkersSleep_thenExactlyOneUnpark() {
        for (int workers = 1; workers <= 32; workers++) {
            for (int batch = 1; batch <= 32; batch++) {
                Protocol protocol = new Protocol(workers, QUEUE_SIZE, batch, seams);
                for (int i = 0; i < workers; i++) {
                    protocol.startIdle();
                    assertTrue(protocol.registry.slotLatch(i).wouldPark(), "the worker goes to sleep");
                }
                parker.unparks = 0;
                protocol.submit(batch);
                assertEquals(1, parker.unparks, "batch " + batch + ", workers " + workers);
            }
        }
    }

    /** No unpark when no worker is idle. */
    @Test
    void submit_whenNobodyIsIdle_thenNoUnpark() {
        for (int batch = 1; batch <= 32; batch++) {
            Protocol protocol = new Protocol(1, QUEUE_SIZE, batch + 1, seams);
            IoWorker worker = protocol.startIdle();
            protocol.submit(1);
            protocol.run(worker, Point.PERFORM);
            parker.unparks = 0;
            protocol.submit(batch);
            assertEquals(0, parker.unparks, "batch " + batch);
        }
    }

    /** Exactly the I/Os beyond the free capacity run in the submitter, and they run after the wakeup. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32, 64})
    void submit_whenQueueIsFull_thenExactlyTheRestRunsInlineAfterTheWakeup(int queueSize) {
        for (int batch = 1; batch <= 32; batch++) {
            Protocol protocol = new Protocol(1, queueSize, batch, seams);
            protocol.startIdle();
            order.clear();
            protocol.submit(batch);
            int inline = Math.max(0, batch - (queueSize - 1));
            assertEquals(inline, protocol.control.statistics().synchronousFallbacks());
            List<String> expected = new ArrayList<>(List.of("SubmitSetLatch"));
            for (int i = 0; i < inline; i++) {
                expected.add("PerformSynchronously");
            }
            assertEquals(expected, order);
            for (int io = 0; io < batch; io++) {
                HandleState state = protocol.handles.get(io).state();
                assertEquals(io < batch - inline ? HandleState.SUBMITTED : HandleState.COMPLETED_SHARED, state);
            }
        }
    }

    /**
     * A batch of 8 on 32 sleeping workers, each taking its turn as soon as it is woken: the patch's policy wakes more workers
     * than there are I/Os, exact accounting one for each.
     */
    @Test
    void policy_whenExact_thenNoMoreWakeupsThanIos() {
        assertEquals(8, wakeups(WakeupPolicy.exact(2)));
        assertTrue(wakeups(WakeupPolicy.fanOut(2)) > 8);
    }

    private long wakeups(WakeupPolicy policy) {
        Protocol protocol = new Protocol(32, QUEUE_SIZE, 8, seams.withWakeupPolicy(policy));
        List<IoWorker> workers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            workers.add(protocol.startIdle());
        }
        protocol.submit(8);
        boolean moved = true;
        while (moved) {
            moved = false;
            // Breadth first: each woken worker consumes and sets its peers' latches before any I/O is performed.
            for (int slot = 0; slot < 32; slot++) {
                IoWorker worker = workers.get(slot);
                boolean asleep = worker.point() == Point.AWAIT
                        && !protocol.registry.slotLatch(slot).isSet();
                if (!asleep && worker.point() != Point.PERFORM) {
                    protocol.step(worker);
                    moved = true;
                }
            }
        }
        return protocol.control.statistics().submitterWakeups()
                + protocol.control.statistics().workerWakeups();
    }

    /** Counts the system calls that a shipped parker would make. */
    private static final class CountingParker implements Parker {
        private int unparks;

        @Override
        public void own() {}

        @Override
        public void disown() {}

        @Override
        public void park() {
            throw new AssertionError("nobody parks: every step is taken by the test");
        }

        @Override
        public void parkNanos(long nanos) {
            park();
        }

        @Override
        public void unpark() {
            unparks++;
        }
    }
}
