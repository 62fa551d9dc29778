package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.lincheck.OneByteTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The shipped worker method cut into operations that never block: a batch, a worker's turn, a request to exit. A worker
 * that sleeps is a state, and its turn is then over at once. Each worker takes its turns on one thread; any thread may
 * submit and ask. There is no supervisor: a worker that left is not replaced.
 */
public final class WorkerTurns implements HandleOwner {
    /** What a turn gives that executed nothing. */
    public static final int NOTHING = -1;

    /** What a turn gives whose I/O has not come to what it must: no model knows an I/O of this number. */
    public static final int WRONG_OUTCOME = -2;

    private static final OneByteTarget READABLE = new OneByteTarget();
    private static final OneByteTarget UNREADABLE = new OneByteTarget() {
        @Override
        public OpenTarget open() throws IOException {
            throw new IOException("no worker can open it");
        }
    };

    /** A worker as the turns see it. */
    private record Sleeper(IoWorker worker, BooleanSupplier asleep) {}

    private final InstanceFailure failure = new InstanceFailure();
    private final List<Sleeper> workers = new ArrayList<>();
    private final WorkerControl control;
    private final HandleTable handles;
    private final WorkerSeams seams;

    /** A latch whose owner sleeps in a way that can be asked for. */
    public interface Bed {
        Latch latch();

        boolean isAsleep();
    }

    /** What a worker's parker throws instead of blocking; the worker stays where it is and parks again when woken. */
    public static final class Asleep extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Asleep() {
            super("asleep", null, false, false);
        }
    }

    /**
     * Sets the scene: all workers are registered and have not looked at the queue yet.
     *
     * @param seams the parts under test, but for the latches
     * @param newBed makes the latch of a slot
     * @param workerCount workers, 1 or more
     * @param queueSize slots of the queue, a power of two
     * @param newHandle makes the handle of an I/O
     * @param ios I/Os that are ever submitted
     */
    public WorkerTurns(
            WorkerSeams seams,
            Supplier<? extends Bed> newBed,
            IntFunction<? extends Handle> newHandle,
            int workerCount,
            int queueSize,
            int ios) {
        List<Bed> beds = new ArrayList<>();
        this.seams = seams;
        handles = new HandleTable(1, ios, newHandle);
        WorkerRegistry registry = new WorkerRegistry(workerCount, () -> {
            Bed bed = newBed.get();
            beds.add(bed);
            return bed.latch();
        });
        control = new WorkerControl(
                seams.newQueue().apply(queueSize),
                seams.newIdleSet().get(),
                registry,
                AioSettings.defaults().withIoWorkers(workerCount),
                seams);
        for (int i = 0; i < workerCount; i++) {
            control.startWorker();
            IoWorker worker = new IoWorker(control, handles, failure, new Latch(), seams);
            worker.step();
            workers.add(new Sleeper(worker, beds.get(i)::isAsleep));
        }
    }

    /**
     * Submits one batch of one-byte reads and performs what does not fit.
     *
     * @param first the first id; no I/O is submitted twice
     * @param count ids in the batch
     * @param readable whether a worker can reopen their target
     * @return how many were queued
     */
    public int submit(int first, int count, boolean readable) {
        Handle[] batch = new Handle[count];
        for (int i = 0; i < count; i++) {
            batch[i] = handles.get(first + i);
            batch[i].setOwner(this);
            batch[i].handOut(new IoResult());
            batch[i].startRead(readable ? READABLE : UNREADABLE, ByteBuffer.allocate(1), 0);
        }
        int[] synchronous = {0};
        WorkerSubmitter submitter = new WorkerSubmitter(
                control,
                0,
                handle -> {
                    synchronous[0]++;
                    SynchronousExecution.perform(handle, READABLE, new OpenTargets(1), 0);
                },
                seams.probe());
        submitter.submit(batch, count);
        return count - synchronous[0];
    }

    /**
     * Takes a worker's turn: on until it has executed an I/O, sleeps or has left. One thread per worker.
     *
     * @return the I/O, or {@link #NOTHING}, or {@link #WRONG_OUTCOME} if the I/O is not completed then with what it must come to
     */
    public int turn(int number) {
        IoWorker worker = workers.get(number).worker();
        if (workers.get(number).asleep().getAsBoolean()) {
            return NOTHING;
        }
        int executed = NOTHING;
        try {
            do {
                worker.step();
                executed = worker.hand() == null ? executed : worker.hand().id();
            } while (!isTurnOver(worker, executed));
        } catch (Asleep e) {
            // It parks again when it is woken.
        }
        failure.check();
        return executed == NOTHING || hasItsOutcome(handles.get(executed)) ? executed : WRONG_OUTCOME;
    }

    private static boolean isTurnOver(IoWorker worker, int executed) {
        return worker.point() == IoWorker.Point.ENDED
                || (worker.point() == IoWorker.Point.CHECK_INTERRUPTS && executed != NOTHING);
    }

    /** Asks a worker to exit. */
    public boolean ask(int number) {
        return control.interrupt(number);
    }

    /**
     * WorkConserving, when no operation is under way: an I/O in the queue beside a worker that sleeps and may be chosen only
     * while somebody who was chosen has not looked yet.
     */
    public boolean isWorkConserved() {
        ControlState state = control.state();
        boolean sleeps = false;
        for (int slot = 0; slot < workers.size(); slot++) {
            boolean idle = (state.idle() & state.registered() & (1L << slot)) != 0;
            sleeps |= idle && workers.get(slot).asleep().getAsBoolean();
        }
        return state.queued().length == 0 || !sleeps || state.underWay() != 0;
    }

    /**
     * Gives the workers turns until each of them sleeps or has left.
     *
     * @return the I/Os that were executed, each as {@link #turn} gives it
     */
    public List<Integer> rest() {
        List<Integer> executed = new ArrayList<>();
        while (isAnyAwake()) {
            for (int number = 0; number < workers.size(); number++) {
                int io = turn(number);
                if (io != NOTHING) {
                    executed.add(io);
                }
            }
        }
        return executed;
    }

    private boolean isAnyAwake() {
        // No stream: Lincheck does not know them.
        for (Sleeper each : workers) {
            if (!each.asleep().getAsBoolean() && each.worker().point() != IoWorker.Point.ENDED) {
                return true;
            }
        }
        return false;
    }

    /** A worker that has executed is done with it: the byte is read, or the failure to get at it is the outcome. */
    private static boolean hasItsOutcome(Handle handle) {
        int expected = handle.target() == READABLE ? 1 : -Errno.ENOENT;
        return handle.state().isCompleted() && handle.result() == expected;
    }

    @Override
    public void openTarget(IoTarget target) {
        // The issuer needs no target of its own.
    }

    @Override
    public void stage(Handle handle) {
        handle.stage();
    }
}
