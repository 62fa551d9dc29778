package dev.latchwork.aio.session;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.execution.MethodOperations.SynchronousPerformer;
import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.execution.SynchronousExecution;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleList;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import java.io.IOException;
import java.util.function.Consumer;

/** One issuer and its handles. Used by one thread at a time; see {@link IoSession}. */
public final class Session implements IoSession, HandleOwner, SynchronousPerformer {
    /*
     * Overview.
     * 1 What it is: the owner of a block of handles, the batch that it stages, and its waits.
     * 2 Corresponds to: PgAioBackend; aio.c: pgaio_io_acquire, pgaio_io_release, pgaio_io_stage, pgaio_submit_staged,
     *   pgaio_enter_batchmode, pgaio_exit_batchmode, pgaio_wref_wait, pgaio_io_reclaim, pgaio_io_wait_for_free.
     * 3 Representation: each handle is idle (idle list), handed out (handedOut), staged (staged array), or in flight
     *   (inFlight list, in the order of submission; completed and not reclaimed ones included).
     * 4 Invariants: at most one handle is handed out; staged holds at most io_submit_batch_size.
     * 5 Guards and lock order: none; the session is confined to one thread at a time.
     * 6 Linearization points: in Handle.
     * 7 Memory ordering: in Handle.
     * 8 Blocking and wakeup argument: this session blocks only in IoWaiter, and before it waits for another session's I/O
     *   or for a free handle it submits what it has staged: otherwise two sessions could wait for each other's staged I/O.
     * 9 Departures: PostgreSQL's resource owners have no counterpart; a session is closed explicitly.
     */
    private static final int OPEN_TARGETS = 64;

    private final int number;
    private final InstanceFailure failure;
    private final MethodOperations method;
    private final MethodOperations.Submitter submitter;
    private final Consumer<Session> onClose;
    private final IoWaiter waiter;
    private final OpenTargets targets = new OpenTargets(OPEN_TARGETS);
    private final HandleList idle;
    private final HandleList inFlight = new HandleList();
    private final Handle[] staged;

    private Handle handedOut;
    private int stagedCount;
    private boolean batchMode;
    private boolean closed;

    /**
     * A session with all its handles idle.
     *
     * @param batchSize I/Os that are staged at most before they are submitted, 1 to 32
     */
    public Session(
            int number,
            HandleTable handles,
            int batchSize,
            MethodOperations method,
            InstanceFailure failure,
            Consumer<Session> onClose) {
        this(number, handles, batchSize, method, failure, onClose, new IoWaiter(failure), new HandleList());
    }

    /** The same, with its waits and its list of idle handles, which is empty. */
    Session(
            int number,
            HandleTable handles,
            int batchSize,
            MethodOperations method,
            InstanceFailure failure,
            Consumer<Session> onClose,
            IoWaiter waiter,
            HandleList idle) {
        this.number = number;
        this.failure = failure;
        this.method = method;
        this.onClose = onClose;
        this.waiter = waiter;
        this.idle = idle;
        this.staged = new Handle[batchSize];
        this.submitter = method.newSubmitter(number, this);
        for (int i = 0; i < handles.perSession(); i++) {
            Handle handle = handles.ofSession(number, i);
            handle.setOwner(this);
            idle.addLast(handle);
        }
    }

    public int number() {
        return number;
    }

    @Override
    public IoHandle acquire(IoResult result) {
        checkUsable();
        if (handedOut != null) {
            throw new AioException(
                    "API violation: only one I/O can be handed out, and handle " + handedOut.id() + " is");
        }
        Handle handle = takeIdle();
        handle.handOut(result);
        handedOut = handle;
        return handle;
    }

    private Handle takeIdle() {
        Handle handle = idle.removeFirst();
        while (handle == null) {
            waitForFree();
            handle = idle.removeFirst();
        }
        return handle;
    }

    /** Takes back what is completed; if nothing is, submits what is staged and waits for the oldest I/O. */
    private void waitForFree() {
        reclaimCompleted();
        if (idle.isEmpty()) {
            submitStaged();
            reclaimCompleted();
        }
        if (!idle.isEmpty()) {
            return;
        }
        if (inFlight.isEmpty()) {
            // Each handle is idle, handed out, staged or in flight: whoever comes here has lost one, and would wait for
            // ever.
            throw new AioException("no free I/Os despite no in-flight I/Os: " + stagedCount + " staged, "
                    + inFlight.size() + " in flight, " + idle.size() + " idle");
        }
        Handle oldest = inFlight.first();
        waiter.await(oldest, oldest.generation());
        reclaim(oldest);
    }

    private void reclaimCompleted() {
        Handle handle = inFlight.first();
        while (handle != null) {
            Handle after = inFlight.after(handle);
            if (handle.state() == HandleState.COMPLETED_SHARED) {
                reclaim(handle);
            }
            handle = after;
        }
    }

    private void reclaim(Handle handle) {
        inFlight.remove(handle);
        handle.reclaim();
        idle.addLast(handle);
    }

    @Override
    public void release(IoHandle handle) {
        checkUsable();
        if (handle == null || handle != handedOut) {
            throw new AioException("API violation: handle " + (handle == null ? "null" : handle.id())
                    + " cannot be released; it is not the one handed out by this session");
        }
        Handle released = handedOut;
        handedOut = null;
        released.giveBack();
        idle.addLast(released);
    }

    @Override
    public void openTarget(IoTarget target) {
        try {
            targets.open(target);
        } catch (IOException e) {
            throw new AioException("could not open " + target.describe() + ": " + e, e);
        }
    }

    @Override
    public void stage(Handle handle) {
        checkUsable();
        handedOut = null;
        handle.stage();
        if (method.needsSynchronousExecution(handle)) {
            handle.prepareSubmit();
            inFlight.addLast(handle);
            performSynchronously(handle);
            return;
        }
        staged[stagedCount++] = handle;
        if (!batchMode || stagedCount == staged.length) {
            submitStaged();
        }
    }

    @Override
    public void performSynchronously(Handle handle) {
        try {
            SynchronousExecution.openAndPerform(handle, targets);
        } catch (Throwable e) {
            failure.raise(this + " performing " + handle.describe(), e);
            throw e;
        }
        reclaim(handle);
    }

    @Override
    public void enterBatchMode() {
        checkUsable();
        if (batchMode) {
            throw new AioException("API violation: this session is in batch mode already");
        }
        batchMode = true;
    }

    @Override
    public void exitBatchMode() {
        checkUsable();
        if (!batchMode) {
            throw new AioException("API violation: this session is not in batch mode");
        }
        batchMode = false;
        submitStaged();
    }

    @Override
    public void submitStaged() {
        checkUsable();
        if (stagedCount == 0) {
            return;
        }
        int count = stagedCount;
        stagedCount = 0;
        for (int i = 0; i < count; i++) {
            inFlight.addLast(staged[i]);
        }
        try {
            submitter.submit(staged, count);
        } catch (Throwable e) {
            failure.raise(this + " submitting", e);
            throw e;
        }
    }

    @Override
    public void await(WaitReference reference) {
        checkUsable();
        Handle handle = handleOf(reference);
        if (handle.owner() == this && !handle.wasRecycled(reference.generation())) {
            awaitOwn(handle, reference.generation());
        } else if (!waiter.isCompleted(handle, reference.generation())) {
            submitStaged();
            waiter.await(handle, reference.generation());
        }
    }

    private void awaitOwn(Handle handle, long generation) {
        HandleState state = handle.state();
        if (state.compareTo(HandleState.SUBMITTED) < 0) {
            throw new AioException("API violation: waiting for own I/O of handle " + handle.id() + " in state " + state
                    + "; submit it first");
        }
        if (state != HandleState.COMPLETED_SHARED) {
            submitStaged();
            waiter.await(handle, generation);
        }
        reclaim(handle);
    }

    @Override
    public boolean isCompleted(WaitReference reference) {
        return waiter.isCompleted(handleOf(reference), reference.generation());
    }

    private static Handle handleOf(WaitReference reference) {
        if (!reference.isSet()) {
            throw new AioException("API violation: the wait reference refers to no I/O");
        }
        return (Handle) reference.handle();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (!failure.isRaised()) {
                finishAll();
            }
        } finally {
            closed = true;
            targets.close();
            onClose.accept(this);
        }
    }

    private void finishAll() {
        if (handedOut != null) {
            release(handedOut);
        }
        batchMode = false;
        submitStaged();
        while (!inFlight.isEmpty()) {
            Handle oldest = inFlight.first();
            waiter.await(oldest, oldest.generation());
            reclaim(oldest);
        }
    }

    private void checkUsable() {
        if (closed) {
            throw new AioException("this session is closed");
        }
        failure.check();
    }

    @Override
    public String toString() {
        return "session " + number;
    }
}
