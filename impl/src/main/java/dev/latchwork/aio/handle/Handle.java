package dev.latchwork.aio.handle;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.HandleView;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoOperation;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.latch.ConditionVariable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The I/O descriptor behind {@link IoHandle}.
 *
 * <p>Memory consistency effects: all that a state promises is visible to whoever reads that state. In particular a thread
 * that sees {@link HandleState#COMPLETED_SHARED} sees the result and the bytes read.
 */
public class Handle implements IoHandle {
    /*
     * Overview.
     * 1 What it is: definition, state, generation and outcome of one I/O at a time, and the condition variable of those
     *   who wait for it.
     * 2 Corresponds to: PgAioHandle; aio.c, pgaio_io_update_state, pgaio_io_stage, pgaio_io_process_completion,
     *   pgaio_io_reclaim, pgaio_io_was_recycled; variable io of the specification.
     * 3 Representation:
     *     field                          written by                      read by
     *     state, generation              release, see 7                  anybody, acquire
     *     definition (target .. length)  owner in HANDED_OUT             executor after SUBMITTED
     *     result, distilled              executor in SUBMITTED           anybody after COMPLETED_SHARED
     *     returnSlot, previous, next     owner                           owner
     *   Transitions:
     *     IDLE -> HANDED_OUT             owner, acquire
     *     HANDED_OUT -> IDLE             owner, release
     *     HANDED_OUT -> DEFINED          owner, startRead, startWrite
     *     DEFINED -> STAGED              owner, stage
     *     STAGED -> SUBMITTED            owner, prepareSubmit: before the id is visible in the queue
     *     SUBMITTED -> COMPLETED_IO      executor, complete
     *     COMPLETED_IO -> COMPLETED_SHARED  the same executor, complete
     *     COMPLETED_SHARED -> COMPLETED_LOCAL -> IDLE  owner, reclaim
     * 4 Invariants: only legal transitions (HandleState.mayBecome); one executor; generation never decreases.
     * 5 Guards and lock order: no lock. From STAGED to SUBMITTED and back from COMPLETED_SHARED the handle is the owner's,
     *   in between the executor's; the queue lock or program order hands it over.
     * 6 Linearization points: the store of COMPLETED_SHARED completes the I/O; the store of generation + 1 ends its use.
     * 7 Memory ordering: updateState stores with release and every reader loads with acquire; a weaker store would show
     *   a state before its promise (amd64 does not reorder stores, so only the compiler could; arm64 would). Program order
     *   does the rest: result before COMPLETED_IO (mutant M02 swaps them). reclaim stores generation + 1, then IDLE, then
     *   clears the fields; a reader loads the state first and the generation after it, with acquire in between, so a
     *   reader that sees IDLE or anything later of the next use also sees the new generation and does not take another
     *   I/O's result for its own.
     * 8 Blocking and wakeup argument: complete publishes COMPLETED_SHARED before it broadcasts; a waiter enlists before it
     *   tests the state (ConditionVariable, 7).
     * 9 Departures: callbacks are objects, not entries of a table, since every worker sees the same ones; a result has no
     *   error data of the callback that made it. The steps whose order is argued above (completeIo, completeShared, recycle,
     *   isStill) are methods of their own, so that a checker can exchange them.
     */
    private static final VarHandle STATE;
    private static final VarHandle GENERATION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Handle.class, "state", HandleState.class);
            GENERATION = lookup.findVarHandle(Handle.class, "generation", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int id;
    private final ConditionVariable completed;

    private HandleState state = HandleState.IDLE;
    private long generation = 1;

    private HandleOwner owner;
    private IoOperation operation;
    private IoTarget target;
    private ByteBuffer buffer;
    private ByteBuffer[] vector;
    /** Positions of the buffers at the start of the I/O, so that a transfer that was interrupted can be done again. */
    private int bufferPosition;

    private int[] vectorPositions;
    private long offset;
    private int length;
    private boolean referencesLocal;
    private final IoCallback[] callbacks = new IoCallback[IoCallback.MAX_CALLBACKS];
    private final int[] callbackData = new int[IoCallback.MAX_CALLBACKS];
    private int callbackCount;

    private int result;
    /** The outcome for everybody: distilled from the result, then mapped by the callbacks. */
    private final IoResult distilled = new IoResult();

    private IoResult returnSlot;
    Handle previous;
    Handle next;

    public Handle(int id) {
        this(id, new ConditionVariable());
    }

    /** The same, with the condition variable of those who will wait for it. */
    public Handle(int id, ConditionVariable completed) {
        this.id = id;
        this.completed = completed;
    }

    @Override
    public final int id() {
        return id;
    }

    @Override
    public final HandleState state() {
        return (HandleState) STATE.getAcquire(this);
    }

    @Override
    public final long generation() {
        return (long) GENERATION.getAcquire(this);
    }

    /** Who waits for this handle's I/O. */
    public final ConditionVariable completed() {
        return completed;
    }

    public final HandleOwner owner() {
        return owner;
    }

    public final IoTarget target() {
        return target;
    }

    public final IoOperation operation() {
        return operation;
    }

    public final boolean referencesLocal() {
        return referencesLocal;
    }

    /** Bytes transferred, or a negated error number; meaningful from COMPLETED_IO on. */
    public final int result() {
        return result;
    }

    /** Gives the idle handle to a session. */
    public final void setOwner(HandleOwner newOwner) {
        owner = newOwner;
    }

    // ---- the owner's side, before submission ----

    /** IDLE -> HANDED_OUT. */
    public final void handOut(IoResult slot) {
        returnSlot = Objects.requireNonNull(slot, "result");
        slot.clear();
        updateState(HandleState.HANDED_OUT);
    }

    /** HANDED_OUT -> IDLE, without an I/O. */
    public final void giveBack() {
        requireHandedOut("released");
        endUse();
    }

    @Override
    public final void reference(WaitReference reference) {
        requireHandedOut("referred to");
        reference.set(this, generation);
    }

    @Override
    public final void setReferencesLocal() {
        requireHandedOut("changed");
        referencesLocal = true;
    }

    @Override
    public final void startRead(IoTarget newTarget, ByteBuffer newBuffer, long newOffset) {
        start(IoOperation.READ, newTarget, newBuffer, newOffset);
    }

    @Override
    public final void startWrite(IoTarget newTarget, ByteBuffer newBuffer, long newOffset) {
        start(IoOperation.WRITE, newTarget, newBuffer, newOffset);
    }

    @Override
    public final void startReadv(IoTarget newTarget, ByteBuffer[] newBuffers, long newOffset) {
        startVector(IoOperation.READ, newTarget, newBuffers, newOffset);
    }

    @Override
    public final void startWritev(IoTarget newTarget, ByteBuffer[] newBuffers, long newOffset) {
        startVector(IoOperation.WRITE, newTarget, newBuffers, newOffset);
    }

    @Override
    public final void addCallback(IoCallback callback, int data) {
        requireHandedOut("changed");
        Objects.requireNonNull(callback, "callback");
        if (callbackCount == callbacks.length) {
            throw new AioException("handle " + id + " has " + callbacks.length + " callbacks already");
        }
        callbacks[callbackCount] = callback;
        callbackData[callbackCount] = data;
        callbackCount++;
    }

    private void start(IoOperation newOperation, IoTarget newTarget, ByteBuffer newBuffer, long newOffset) {
        requireUsable(newOperation, newTarget, newBuffer, newOffset);
        define(newOperation, newTarget, newOffset, newBuffer.remaining());
        buffer = newBuffer;
        bufferPosition = newBuffer.position();
        becomeStaged();
    }

    private void startVector(IoOperation newOperation, IoTarget newTarget, ByteBuffer[] newBuffers, long newOffset) {
        requireHandedOut("started");
        if (newBuffers.length < 1 || newBuffers.length > MAX_VECTOR) {
            throw new AioException(newBuffers.length + " is outside the valid range for the number of buffers (1 .. "
                    + MAX_VECTOR + ")");
        }
        long total = 0;
        for (ByteBuffer each : newBuffers) {
            requireUsable(newOperation, newTarget, each, newOffset);
            total += each.remaining();
        }
        if (total > Integer.MAX_VALUE) {
            throw new AioException(total + " is outside the valid range for the bytes of an I/O (0 .. 2^31-1)");
        }
        define(newOperation, newTarget, newOffset, (int) total);
        vector = newBuffers;
        if (vectorPositions == null) {
            vectorPositions = new int[MAX_VECTOR];
        }
        for (int i = 0; i < newBuffers.length; i++) {
            vectorPositions[i] = newBuffers[i].position();
        }
        becomeStaged();
    }

    private void requireUsable(IoOperation newOperation, IoTarget newTarget, ByteBuffer newBuffer, long newOffset) {
        requireHandedOut("started");
        Objects.requireNonNull(newTarget, "target");
        Objects.requireNonNull(newBuffer, "buffer");
        if (newOffset < 0) {
            throw new AioException(newOffset + " is outside the valid range for \"offset\" (0 .. 2^63-1)");
        }
        if (newOperation == IoOperation.READ && newBuffer.isReadOnly()) {
            throw new AioException("cannot read into a read-only buffer");
        }
    }

    private void define(IoOperation newOperation, IoTarget newTarget, long newOffset, int newLength) {
        owner.openTarget(newTarget);
        operation = newOperation;
        target = newTarget;
        offset = newOffset;
        length = newLength;
    }

    private void becomeStaged() {
        updateState(HandleState.DEFINED);
        owner.stage(this);
    }

    private void requireHandedOut(String what) {
        if (state() != HandleState.HANDED_OUT) {
            throw new AioException("API violation: handle " + id + " cannot be " + what + " in state " + state()
                    + "; only a handed-out handle can");
        }
    }

    /** DEFINED -> STAGED, after the callbacks' own staging. */
    public final void stage() {
        for (int i = callbackCount - 1; i >= 0; i--) {
            callbacks[i].stage(this, callbackData[i]);
        }
        updateState(HandleState.STAGED);
    }

    /** STAGED -> SUBMITTED; the caller then, and not before, makes the handle visible to executors. */
    public final void prepareSubmit() {
        updateState(HandleState.SUBMITTED);
    }

    // ---- the executor's side ----

    /** Runs the operation once, from the buffers' first positions: one system call. May be called again if it throws. */
    public final int transfer(OpenTarget open) throws IOException {
        if (vector != null) {
            for (int i = 0; i < vector.length; i++) {
                vector[i].position(vectorPositions[i]);
            }
            return operation == IoOperation.READ ? open.read(vector, offset) : open.write(vector, offset);
        }
        buffer.position(bufferPosition);
        return operation == IoOperation.READ ? open.read(buffer, offset) : open.write(buffer, offset);
    }

    /**
     * Completes the I/O for everybody: stores the result, distils it, publishes it, wakes all waiters (PostgreSQL:
     * {@code pgaio_io_process_completion}).
     *
     * @param newResult bytes transferred, or a negated error number
     */
    public final void complete(int newResult) {
        completeIo(newResult);
        distilled.set(distil(newResult, length), newResult);
        for (int i = callbackCount - 1; i >= 0; i--) {
            callbacks[i].completeShared(this, distilled, callbackData[i]);
        }
        completeShared();
    }

    /** SUBMITTED -> COMPLETED_IO: the result first, then the state that promises it. */
    protected void completeIo(int newResult) {
        storeResult(newResult);
        updateState(HandleState.COMPLETED_IO);
    }

    protected final void storeResult(int newResult) {
        result = newResult;
    }

    /** COMPLETED_IO -> COMPLETED_SHARED: the state first, then the broadcast that tells of it. */
    protected void completeShared() {
        updateState(HandleState.COMPLETED_SHARED);
        wakeWaiters();
    }

    /** Wakes everybody who waits, once the state that they wait for is there to be seen. */
    protected void wakeWaiters() {
        completed.broadcast();
    }

    private static IoResult.Status distil(int result, int length) {
        if (result < 0) {
            return IoResult.Status.ERROR;
        }
        return result < length ? IoResult.Status.PARTIAL : IoResult.Status.OK;
    }

    // ---- the owner's side, after completion ----

    /** COMPLETED_SHARED -> COMPLETED_LOCAL -> IDLE: hands the outcome to the issuer and makes the handle reusable. */
    public final void reclaim() {
        updateState(HandleState.COMPLETED_LOCAL);
        returnSlot.copy(distilled);
        for (int i = callbackCount - 1; i >= 0; i--) {
            callbacks[i].completeLocal(this, returnSlot, callbackData[i]);
        }
        endUse();
    }

    private void endUse() {
        recycle();
        operation = null;
        target = null;
        buffer = null;
        vector = null;
        referencesLocal = false;
        for (int i = 0; i < callbackCount; i++) {
            callbacks[i] = null;
        }
        callbackCount = 0;
        returnSlot = null;
        distilled.clear();
        result = 0;
    }

    /**
     * Ends the use. First the generation, then IDLE: whoever sees the state of the next use must not take it for this one.
     */
    protected void recycle() {
        nextGeneration();
        updateState(HandleState.IDLE);
    }

    protected final void nextGeneration() {
        GENERATION.setRelease(this, generation + 1);
    }

    /** Whether the use of the handle that had {@code thatGeneration} is over, and its I/O done with it. */
    public final boolean wasRecycled(long thatGeneration) {
        return generation() != thatGeneration;
    }

    /** The one place where a state changes. */
    protected final void updateState(HandleState to) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("handle " + id + " cannot change from " + state + " to " + to);
        }
        STATE.setRelease(this, to);
    }

    /**
     * What the handle is doing, or null when it is idle. Any thread. Benign race: the definition is read while the owner may
     * change it; a view whose generation or state has changed meanwhile is taken again, so at most the fields of one use
     * are shown with a state that the same use had a moment before. While a use ends, between its last state and IDLE, its
     * fields are shown with the generation of the next, to which nobody has a reference yet; PostgreSQL's view does the same.
     */
    public final HandleView view(int perSession) {
        while (true) {
            long generationBefore = generation();
            HandleState seen = state();
            if (seen == HandleState.IDLE) {
                return null;
            }
            IoTarget seenTarget = target;
            boolean hasResult = seen == HandleState.COMPLETED_IO || seen.isCompleted();
            HandleView view = new HandleView(
                    id / perSession,
                    id,
                    generationBefore,
                    seen,
                    operation,
                    offset,
                    length,
                    seenTarget == null ? null : seenTarget.describe(),
                    hasResult ? result : null,
                    seen.isCompleted() ? distilled.status() : IoResult.Status.UNKNOWN,
                    referencesLocal);
            VarHandle.acquireFence();
            if (isStill(generationBefore, seen)) {
                return view;
            }
        }
    }

    /** Whether the handle is in that use and state; a look at its fields asks afterwards, or shows those of another use. */
    protected boolean isStill(long thatGeneration, HandleState thatState) {
        return generation() == thatGeneration && state() == thatState;
    }

    /** For messages: what the handle is doing. */
    public final String describe() {
        return (operation == IoOperation.READ ? "read" : "write") + " of " + length + " bytes at " + offset + " of "
                + (target == null ? "nothing" : target.describe());
    }

    @Override
    public String toString() {
        return "h" + id + "g" + generation() + " " + state();
    }
}
