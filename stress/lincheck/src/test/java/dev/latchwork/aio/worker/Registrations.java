package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import java.util.ArrayList;
import java.util.List;

/**
 * The shipped registry as workers and those who end them see it: a pool that began with fewer workers than it is to have
 * now. Each worker enters and leaves on one thread; any thread may ask.
 */
public final class Registrations {
    private final InstanceFailure failure = new InstanceFailure();
    private final HandleTable handles = new HandleTable(1, 1);
    private final List<IoWorker> workers = new ArrayList<>();
    private final WorkerSeams seams;
    private final WorkerControl control;

    /**
     * Nobody is registered.
     *
     * @param poolAtStart workers when the registry is made
     * @param poolNow workers that enter at most, each numbered
     */
    public Registrations(WorkerSeams seams, int poolAtStart, int poolNow) {
        this.seams = seams;
        control = new WorkerControl(
                seams.newQueue().apply(2),
                seams.newIdleSet().get(),
                new WorkerRegistry(seams.slotPolicy().allocated(poolAtStart), seams.newLatch()),
                AioSettings.defaults().withIoWorkers(poolAtStart),
                seams);
        control.reload(poolNow);
        for (int i = 0; i < poolNow; i++) {
            workers.add(null);
        }
    }

    /** A worker that is not in enters; gives its slot. */
    public int enter(int number) {
        IoWorker worker = new IoWorker(control, handles, failure, new Latch(), seams);
        control.startWorker();
        worker.step();
        workers.set(number, worker);
        return worker.slot();
    }

    /** A worker that is in leaves, if it has been asked to; gives its slot, or -1 - slot when it stays. */
    public int leave(int number) {
        IoWorker worker = workers.get(number);
        if (!worker.isExitRequested()) {
            return -1 - worker.slot();
        }
        while (worker.point() != IoWorker.Point.ENDED) {
            worker.step();
        }
        return worker.slot();
    }

    /** Asks whoever is in a slot to exit. */
    public boolean ask(int slot) {
        return control.interrupt(slot);
    }
}
