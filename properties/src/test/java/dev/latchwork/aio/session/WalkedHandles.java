package dev.latchwork.aio.session;

import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.ConditionVariable;
import dev.latchwork.aio.latch.Latch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The shipped handles, their table and the waits for them, taken along a walk: one call is one step of one process, in one
 * thread. Used by one thread.
 */
public final class WalkedHandles implements HandleOwner {
    private static final InstanceFailure NO_FAILURE = new InstanceFailure();

    /**
     * What it is made of.
     *
     * @param newHandle makes a handle from its id and its condition variable
     * @param newVariable makes a condition variable
     * @param newWaiter makes the waits of a session
     */
    public record Parts(
            BiFunction<Integer, ConditionVariable, Handle> newHandle,
            Supplier<ConditionVariable> newVariable,
            BiFunction<InstanceFailure, Latch, IoWaiter> newWaiter) {
        /** What is shipped. */
        public static Parts reference() {
            return new Parts(Handle::new, ConditionVariable::new, IoWaiter::new);
        }
    }

    private final HandleTable handles;
    private final Latch[] latches;
    private final IoWaiter[] waiters;
    private final IoResult[] returned;
    private final List<WaitReference> references = new ArrayList<>();

    /** All handles idle, nobody waits. */
    public WalkedHandles(int sessions, int perSession, Parts parts) {
        handles = new HandleTable(
                sessions,
                perSession,
                id -> parts.newHandle().apply(id, parts.newVariable().get()));
        latches = new Latch[sessions];
        Arrays.setAll(latches, session -> new Latch());
        waiters = new IoWaiter[sessions];
        Arrays.setAll(waiters, session -> parts.newWaiter().apply(NO_FAILURE, latches[session]));
        returned = new IoResult[handles.size()];
        for (int id = 0; id < handles.size(); id++) {
            handles.get(id).setOwner(this);
        }
    }

    // ---- steps ----

    /** The owner takes the handle. */
    public void handOut(int handle) {
        returned[handle] = new IoResult();
        handles.get(handle).handOut(returned[handle]);
    }

    /** The owner gives it back without an I/O. */
    public void giveBack(int handle) {
        handles.get(handle).giveBack();
    }

    /** The owner takes a reference to this use, and defines a read of one byte. */
    public void define(int handle) {
        WaitReference reference = new WaitReference();
        handles.get(handle).reference(reference);
        references.add(reference);
        handles.get(handle).startRead(new Nothing(), ByteBuffer.allocate(1), 0);
    }

    /** The owner stages it. */
    public void stageDefined(int handle) {
        handles.get(handle).stage();
    }

    /** The owner submits it. */
    public void submit(int handle) {
        handles.get(handle).prepareSubmit();
    }

    /** An executor completes it and wakes whoever waits. */
    public void complete(int handle, boolean succeeds) {
        handles.get(handle).complete(succeeds ? 1 : -Errno.ENOENT);
    }

    /** The owner takes the outcome and ends the use. */
    public void reclaim(int handle) {
        handles.get(handle).reclaim();
    }

    /** A session begins to wait for the present use. */
    public void beginWait(int session, int handle) {
        waiters[session].begin(handles.get(handle), handles.get(handle).generation());
    }

    /** The next step of a session's wait; it must not be asleep. */
    public void stepWaiter(int session) {
        if (waiters[session].point() == IoWaiter.Point.SLEEP && !latches[session].isSet()) {
            throw new IllegalStateException("session " + session + " sleeps, and nothing wakes it");
        }
        waiters[session].step();
    }

    // ---- what there is to see ----

    /** Name of a handle's state. */
    public String state(int handle) {
        return handles.get(handle).state().name();
    }

    public long generation(int handle) {
        return handles.get(handle).generation();
    }

    /** The result that everybody sees, in the model's words. */
    public String result(int handle) {
        return outcome(handles.get(handle).result());
    }

    /** What the owner got of the last use of a handle, in the model's words. */
    public String returned(int handle) {
        IoResult result = returned[handle];
        return switch (result.status()) {
            case OK -> outcome(result.bytes());
            case ERROR -> outcome(-result.errno());
            default -> outcome(0);
        };
    }

    private static String outcome(int result) {
        return switch (result) {
            case 0 -> "None";
            case 1 -> "Ok";
            case -Errno.ENOENT -> "Enoent";
            default -> "result " + result;
        };
    }

    /** Whether a session's latch is set. */
    public boolean isLatchSet(int session) {
        return latches[session].isSet();
    }

    /** Name of the point at which a session's wait stands. */
    public String point(int session) {
        return waiters[session].point().name();
    }

    /** References that were ever taken, in order. */
    public int references() {
        return references.size();
    }

    /** The handle of the n-th reference. */
    public int referenced(int reference) {
        return references.get(reference).handle().id();
    }

    /** Whether the use that the n-th reference was taken in is completed, as anybody sees it. */
    public boolean isOver(int reference) {
        WaitReference taken = references.get(reference);
        return waiters[0].isCompleted((Handle) taken.handle(), taken.generation());
    }

    @Override
    public void openTarget(IoTarget target) {
        // The issuer needs no target of its own.
    }

    @Override
    public void stage(Handle handle) {
        // A step of its own here.
    }

    /** As the owner of its handles. */
    @Override
    public String toString() {
        return "a session";
    }

    /** Nobody performs anything here. */
    private static final class Nothing implements IoTarget {
        @Override
        public OpenTarget open() {
            throw new UnsupportedOperationException("nothing is performed on a walk of handles");
        }

        @Override
        public boolean canReopen() {
            return true;
        }

        @Override
        public String describe() {
            return "nothing";
        }
    }
}
