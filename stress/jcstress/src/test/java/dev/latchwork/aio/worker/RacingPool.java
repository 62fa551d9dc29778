package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.jcstress.StartSignal;
import dev.latchwork.jcstress.UnparkRecord;
import java.util.function.Function;

/**
 * The shipped worker method's shared state, with registered workers that have no threads: an actor takes a worker's or a
 * submitter's part, up to the decision to block. Each method is for one actor at a time.
 */
public final class RacingPool {
    /** What a worker does after its look at the queue. */
    public enum Turn {
        /** It has consumed an I/O. */
        CONSUMED,
        /** It waits, until somebody unparks it. */
        PARKS,
        /** Its latch was set before it slept, so it looks again. */
        LOOKS_AGAIN
    }

    /** What becomes of the wakeup that an agent owes. */
    public enum Wakeup {
        /** It owes none. */
        NONE,
        /** The latch of worker 0 is set, and nobody sleeps there. */
        SET_0,
        /** The same of worker 1. */
        SET_1,
        /** Worker 0 is unparked. */
        UNPARKS_0,
        /** Worker 1 is unparked. */
        UNPARKS_1
    }

    private static final AioSettings SETTINGS = AioSettings.defaults();
    private static final int QUEUE_SIZE = 2;
    private static final int MOST_WORKERS = 2;
    private static final HandleTable NO_HANDLES = new HandleTable(1, 1);
    private static final InstanceFailure NO_FAILURE = new InstanceFailure();
    private static final Latch NO_SUPERVISOR = new Latch();
    /** Only their ids are asked. */
    private static final Handle[] IOS = {new Handle(0), new Handle(1)};

    private static final Wakeup[] SET = {Wakeup.SET_0, Wakeup.SET_1};
    private static final Wakeup[] UNPARKS = {Wakeup.UNPARKS_0, Wakeup.UNPARKS_1};

    private final UnparkRecord[] parkers;
    private final Latch[] latches;
    private final WorkerControl control;
    /** One for each worker, and the last for the submitter. */
    private final OwedWakeups[] owed;

    private int latchesMade;

    private final StartSignal signal = new StartSignal();

    /**
     * Sets the scene.
     *
     * @param exits what a leaving worker does
     * @param newLatch makes a worker's latch
     * @param workers workers, 1 or 2; all registered and in the idle set
     */
    public RacingPool(ExitPolicy exits, Function<Parker, Latch> newLatch, int workers) {
        parkers = new UnparkRecord[workers];
        latches = new Latch[workers];
        owed = new OwedWakeups[workers + 1];
        WorkerSeams seams = WorkerSeams.reference().withExitPolicy(exits);
        control = new WorkerControl(
                new SubmissionQueue(QUEUE_SIZE),
                new IdleWorkerSet(),
                new WorkerRegistry(workers, () -> nextLatch(newLatch)),
                SETTINGS,
                seams);
        owed[workers] = new OwedWakeups(1);
        for (int i = 0; i < workers; i++) {
            owed[i] = new OwedWakeups(MOST_WORKERS);
            control.startWorker();
            control.register(new IoWorker(control, NO_HANDLES, NO_FAILURE, NO_SUPERVISOR, seams));
        }
    }

    private Latch nextLatch(Function<Parker, Latch> newLatch) {
        parkers[latchesMade] = new UnparkRecord();
        latches[latchesMade] = newLatch.apply(parkers[latchesMade]);
        return latches[latchesMade++];
    }

    /** A worker that comes from a wait: its latch is set, it is not in the idle set, and its I/O has been taken by another. */
    public static RacingPool withWokenWorker(Function<Parker, Latch> newLatch) {
        RacingPool pool = new RacingPool(ExitVariant.REFERENCE, newLatch, 1);
        pool.submit(1);
        // It is the worker itself that takes it, which leaves the same state.
        pool.control.look(0, false, pool.owed[0]);
        return pool;
    }

    /** Two workers that sleep. */
    public static RacingPool withSleepers(ExitPolicy exits) {
        RacingPool pool = new RacingPool(exits, Latch::new, MOST_WORKERS);
        for (Latch latch : pool.latches) {
            latch.wouldPark();
        }
        return pool;
    }

    /** ResetLatch, then Consume or MarkIdle, then the decision to block. */
    public Turn turn(int worker) {
        signal.start();
        latches[worker].reset();
        if (control.look(worker, true, owed[worker]) != SubmissionQueue.EMPTY) {
            return Turn.CONSUMED;
        }
        return latches[worker].wouldPark() ? Turn.PARKS : Turn.LOOKS_AGAIN;
    }

    /** Submit of a batch of 2, which lets {@link #awaitSubmit} return. */
    public void submitTwo() {
        signal.start();
        submit(2);
    }

    /** Returns as soon as {@link #submitTwo} has begun, or after a while if it does not. */
    public void awaitSubmit() {
        signal.await();
    }

    /** Submit of one I/O as soon as a worker's turn has begun, or after a while if none does. */
    public Wakeup submitDuringTurn() {
        signal.await();
        return submit(1);
    }

    /** Submit of a batch of 1 or 2, of which 1 fits, then SubmitSetLatch. */
    public Wakeup submit(int count) {
        OwedWakeups mine = owed[owed.length - 1];
        control.submit(0, IOS, count, mine);
        return deliver(mine);
    }

    /** Deregister, then HandOver. */
    public Wakeup leave(int worker) {
        control.deregister(worker, false, true, owed[worker]);
        return deliver(owed[worker]);
    }

    public AioStatistics statistics() {
        return control.statistics();
    }

    private Wakeup deliver(OwedWakeups mine) {
        if (mine.isEmpty()) {
            return Wakeup.NONE;
        }
        int worker = mine.deliverFirst();
        return parkers[worker].isUnparked() ? UNPARKS[worker] : SET[worker];
    }
}
