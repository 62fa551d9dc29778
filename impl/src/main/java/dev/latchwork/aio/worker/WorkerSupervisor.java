package dev.latchwork.aio.worker;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.latch.Latch;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the pool at its size: starts workers, replaces those that have ended, asks surplus ones to exit one at a time. Its
 * own thread calls {@link #run}.
 */
final class WorkerSupervisor implements Runnable {
    /*
     * Overview.
     * 1 What it is: a state machine around a latch.
     * 2 Corresponds to: the postmaster, maybe_adjust_io_workers; actions StartWorker, RequestShutdown.
     * 3 Representation: START -> SHRINK -> AWAIT -> RESET_LATCH -> START. START repeats while workers are missing.
     * 4 Invariants: at most one worker is on its way out at its request.
     * 5 Guards and lock order: shared state only through WorkerControl; threads are started without the lock.
     * 6 Linearization points: in WorkerControl.
     * 7 Memory ordering: the latch's; whoever changes the pool does so before it sets the latch.
     * 8 Blocking and wakeup argument: the latch's second loop form. It is set by every registration, every end of a
     *   worker, every reload and the close, which are all the events that can make one of its decisions come out
     *   otherwise. Only what no event announces is tried again after a time: a thread that
     *   could not be started, and the end of a restart delay.
     * 9 Departures: upstream replaces a worker at once, however often it dies. Here workers that die one after the other
     *   without having performed an I/O are replaced after a growing delay (RestartBackoff), but never while no other worker
     *   is registered or starting: so a delay never keeps a queued I/O waiting for want of a worker.
     */

    /** Program points. */
    enum Point {
        START,
        SHRINK,
        AWAIT,
        RESET_LATCH,
        ENDED
    }

    private static final System.Logger LOG = System.getLogger(WorkerSupervisor.class.getName());
    private static final long RETRY_START_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final WorkerControl control;
    private final Supplier<IoWorker> newWorker;
    private final ThreadFactory threads;
    private final LongSupplier clock;
    private final InstanceFailure failure;
    private final Latch poolChanged;

    private volatile boolean closing;

    private Point point = Point.START;
    /** How long to wait at most for a change of the pool before the next start is tried; 0: no bound. */
    private long retryNanos;
    /** Fruitless workers when the delay was last begun, and when it ends. */
    private int delayedAfter;

    private long delayedUntil;

    WorkerSupervisor(
            WorkerControl control,
            Supplier<IoWorker> newWorker,
            WorkerSeams seams,
            InstanceFailure failure,
            Latch poolChanged) {
        this.control = control;
        this.newWorker = newWorker;
        this.threads = seams.threads();
        this.clock = seams.clock();
        this.failure = failure;
        this.poolChanged = poolChanged;
    }

    /** Lets the supervisor end when the pool is empty. Any thread; the target must be 0. */
    void close() {
        closing = true;
        poolChanged.set();
    }

    Point point() {
        return point;
    }

    @Override
    public void run() {
        poolChanged.own();
        try {
            while (point != Point.ENDED) {
                step();
            }
        } catch (Throwable e) {
            failure.raise("io worker supervisor at " + point, e);
        } finally {
            poolChanged.disown();
        }
    }

    /** Takes one step. Blocks only at {@link Point#AWAIT}. */
    void step() {
        point = switch (point) {
            case START -> start();
            case SHRINK -> shrink();
            case AWAIT -> await();
            case RESET_LATCH -> resetLatch();
            case ENDED -> Point.ENDED;
        };
    }

    private Point start() {
        if (isDelayed() || !control.startWorker()) {
            return Point.SHRINK;
        }
        try {
            threads.newThread(newWorker.get()).start();
        } catch (RuntimeException | OutOfMemoryError e) {
            control.startFailed();
            LOG.log(Level.ERROR, "could not start an io worker; trying again later", e);
            retryNanos = RETRY_START_NANOS;
            return Point.SHRINK;
        }
        return Point.START;
    }

    private boolean isDelayed() {
        int fruitless = control.fruitlessWorkers();
        long delay = RestartBackoff.delayNanos(fruitless);
        if (delay == 0 || !control.isWorkerMissing()) {
            return false;
        }
        long now = clock.getAsLong();
        if (fruitless != delayedAfter) {
            delayedAfter = fruitless;
            delayedUntil = now + delay;
        }
        retryNanos = Math.max(0, delayedUntil - now);
        return retryNanos > 0;
    }

    private Point shrink() {
        control.requestShutdown();
        boolean over = failure.isRaised() || (closing && control.isPoolEmpty());
        return over ? Point.ENDED : Point.AWAIT;
    }

    private Point await() {
        if (retryNanos > 0) {
            poolChanged.awaitNanos(retryNanos);
            retryNanos = 0;
        } else {
            poolChanged.await();
        }
        return Point.RESET_LATCH;
    }

    private Point resetLatch() {
        poolChanged.reset();
        return Point.START;
    }
}
