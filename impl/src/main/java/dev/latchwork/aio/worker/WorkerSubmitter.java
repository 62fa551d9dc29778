package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.event.IoSubmitEvent;
import dev.latchwork.aio.event.SynchronousFallbackEvent;
import dev.latchwork.aio.event.WakeupEvent;
import dev.latchwork.aio.execution.MethodOperations.Submitter;
import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.lang.System.Logger.Level;

/**
 * The submitting side of the worker method for one session. Used by the session's thread; allocates nothing.
 *
 * <p>Memory consistency effects: what the session's thread did before {@link #submit} is visible to the workers that
 * execute the I/Os.
 *
 * <p>The overridable methods are for variants and mutants; what is shipped overrides none.
 */
public class WorkerSubmitter implements Submitter {
    /*
     * Overview.
     * 1 What it is: a state machine; each step is one action of the specification.
     * 2 Corresponds to: pgaio_worker_submit, pgaio_worker_submit_internal; variables submitterPoint, submitterOwed,
     *   leftover.
     * 3 Representation: READY --Submit--> (SUBMIT_SET_LATCH) -> (PERFORM_SYNCHRONOUSLY)* -> READY; or, sent away from a
     *   busy queue (no way of the reference's), READY --SubmitSynchronously--> (PERFORM_SYNCHRONOUSLY)* -> READY. The
     *   leftover is the batch from position `next` on.
     * 4 Invariants: at most one wakeup for a batch.
     * 5 Guards and lock order: shared state only through WorkerControl; the latch is set after the lock is released.
     * 6 Linearization points: in WorkerControl.
     * 7 Memory ordering: each handle is SUBMITTED before its id is in the queue, in program order and under the lock.
     * 8 Blocking and wakeup argument: blocks only for the lock. The wakeup comes before the synchronous I/Os, so that
     *   workers and submitter run at the same time. A full queue is not an error: the submitter is then the executor.
     * 9 Departures: none.
     */

    /** Program points. */
    protected enum Point {
        READY,
        SUBMIT_SET_LATCH,
        PERFORM_SYNCHRONOUSLY
    }

    private static final System.Logger LOG = System.getLogger(WorkerSubmitter.class.getName());

    private final WorkerControl control;
    private final int session;
    private final SynchronousPerformer performer;
    private final Probe probe;
    private final OwedWakeups owed = new OwedWakeups(1);

    private Point point = Point.READY;
    private Handle[] batch;
    private int count;
    private int next;

    public WorkerSubmitter(WorkerControl control, int session, SynchronousPerformer performer, Probe probe) {
        this.control = control;
        this.session = session;
        this.performer = performer;
        this.probe = probe;
    }

    @Override
    public void submit(Handle[] staged, int howMany) {
        begin(staged, howMany);
        do {
            step();
        } while (point != Point.READY);
    }

    /** Takes a batch; the next step is Submit. */
    void begin(Handle[] staged, int howMany) {
        if (howMany < 1 || howMany > AioSettings.SUBMIT_BATCH_SIZE) {
            throw new IllegalArgumentException(
                    howMany + " is outside the valid range for a batch (1 .. " + AioSettings.SUBMIT_BATCH_SIZE + ")");
        }
        batch = staged;
        count = howMany;
        next = 0;
    }

    Point point() {
        return point;
    }

    // ---- what it holds, for whoever steps it ----

    /** The wakeup that it owes, if any. */
    OwedWakeups owed() {
        return owed;
    }

    /** How many I/Os of the batch it has still to perform itself. */
    int leftover() {
        return count - next;
    }

    /** Those I/Os, 0 for the next one. */
    Handle leftover(int later) {
        return batch[next + later];
    }

    /** Takes one step. */
    void step() {
        point = switch (point) {
            case READY -> submitBatch();
            case SUBMIT_SET_LATCH -> setLatch();
            case PERFORM_SYNCHRONOUSLY -> performNext();
        };
    }

    /** Announces a step, unless nobody watches: a probe that is off costs a comparison and no call. */
    private long before(Step step, Handle io) {
        return probe == Probe.OFF ? Probe.NOT_ANNOUNCED : probe.before(step, session, io);
    }

    private void after(long begun, Step step, int argument) {
        if (probe != Probe.OFF) {
            probe.after(begun, step, session, argument);
        }
    }

    private Point submitBatch() {
        int inserted = publish();
        if (inserted == WorkerControl.SENT_AWAY) {
            return performAll();
        }
        IoSubmitEvent.record(session, count, inserted);
        next = leftFrom(inserted, count);
        if (next < count && LOG.isLoggable(Level.DEBUG)) {
            LOG.log(
                    Level.DEBUG,
                    "io queue is full; {0} of {1} I/Os of session {2} run synchronously",
                    count - next,
                    count,
                    session);
        }
        return afterStep(!owed.isEmpty(), next < count);
    }

    /**
     * Makes the batch SUBMITTED and then, in this order, visible to the workers.
     *
     * @return how many were inserted
     */
    protected int publish() {
        prepare();
        return insert();
    }

    /** Makes each handle of the batch SUBMITTED. */
    protected final void prepare() {
        for (int i = 0; i < count; i++) {
            batch[i].prepareSubmit();
        }
    }

    /** Submit. */
    protected final int insert() {
        return control.submit(session, batch, count, owed);
    }

    /** Position in the batch from which on the I/Os are this submitter's to perform. */
    protected int leftFrom(int inserted, int ofBatch) {
        return inserted;
    }

    /** SubmitSynchronously: the queue was busy, and the whole batch is left over. */
    private Point performAll() {
        if (probe != Probe.OFF) {
            probe.afterSubmitSynchronously(session, batch, count);
        }
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "io queue is busy; {0} I/Os of session {1} run synchronously", count, session);
        }
        return Point.PERFORM_SYNCHRONOUSLY;
    }

    private Point setLatch() {
        long begun = before(Step.SUBMIT_SET_LATCH, null);
        int worker = owed.deliverFirst();
        if (LOG.isLoggable(Level.TRACE)) {
            LOG.log(Level.TRACE, "session {0} chose worker {1}", session, worker);
        }
        WakeupEvent.record("submitter", worker);
        after(begun, Step.SUBMIT_SET_LATCH, worker);
        return afterStep(!owed.isEmpty(), next < count);
    }

    private Point performNext() {
        int io = batch[next].id();
        SynchronousFallbackEvent.record(session, io);
        long begun = before(Step.PERFORM_SYNCHRONOUSLY, batch[next]);
        performer.performSynchronously(batch[next]);
        next++;
        after(begun, Step.PERFORM_SYNCHRONOUSLY, io);
        return afterStep(!owed.isEmpty(), next < count);
    }

    /** What comes next: the wakeup before the leftovers, so that workers and submitter run at the same time. */
    protected Point afterStep(boolean owesWakeup, boolean hasLeftover) {
        if (owesWakeup) {
            return Point.SUBMIT_SET_LATCH;
        }
        return hasLeftover ? Point.PERFORM_SYNCHRONOUSLY : Point.READY;
    }
}
