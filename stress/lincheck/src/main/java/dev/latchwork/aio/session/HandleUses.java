package dev.latchwork.aio.session;

import dev.latchwork.aio.HandleView;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.lincheck.OneByteTarget;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * The shipped handles and the sessions that own them, cut into operations: a session acquires, submits, waits, asks;
 * somebody completes what was submitted; anybody looks. A use of a handle is called by its number, 1 for the first, so that
 * it can be asked for when the handle has long been in another use. Each session's operations are taken on one thread, all
 * others on any.
 *
 * <p>A wait blocks until its use is over, and a completion until something is submitted, so a run in which as much is completed
 * as submitted ends, unless a wakeup was lost.
 */
public final class HandleUses {
    private static final int QUEUE_SIZE = 8;
    private static final int MOST_USES = 8;
    /** Nobody transfers anything. */
    private static final ByteBuffer BUFFER = ByteBuffer.allocate(1);

    private static final IoTarget TARGET = new OneByteTarget();

    /** What a session was given: a use's result in the slot that it named at acquire, negative for an error. */
    public record Delivered(int handle, int use, int result) {}

    /** The handle that was acquired, and what was delivered meanwhile, in that order. */
    public record Acquired(int handle, List<Delivered> delivered) {}

    /** What was delivered during a wait, in that order, and what the use then looks like. */
    public record Awaited(List<Delivered> delivered, Seen seen) {}

    /** What a use looks like, to whoever holds a reference to it. */
    public enum Look {
        /** Its reference has not been published. */
        UNKNOWN,
        /** It is not completed. */
        PENDING,
        /** It is completed. */
        COMPLETED,
        /** The handle is not in that use any more. */
        ENDED
    }

    /** The same with the result of a use that is completed, and 0 otherwise. */
    public record Seen(Look look, int result) {}

    private static final Seen UNKNOWN = new Seen(Look.UNKNOWN, 0);
    private static final Seen PENDING = new Seen(Look.PENDING, 0);
    private static final Seen ENDED = new Seen(Look.ENDED, 0);

    /** Lets others know a use when it is staged, as PostgreSQL does: from a callback. */
    private record Publication(AtomicReferenceArray<WaitReference> published, int index, WaitReference reference)
            implements IoCallback {
        @Override
        public void stage(IoHandle handle, int data) {
            published.set(index, reference);
        }
    }

    /** Submitted ids, until somebody completes them. */
    private final class Pending implements MethodOperations, MethodOperations.Submitter {
        @Override
        public boolean needsSynchronousExecution(Handle handle) {
            return false;
        }

        @Override
        public Submitter newSubmitter(int session, SynchronousPerformer performer) {
            return this;
        }

        @Override
        public void submit(Handle[] staged, int count) {
            for (int i = 0; i < count; i++) {
                staged[i].prepareSubmit();
                synchronized (queueLock) {
                    if (!queue.insert(staged[i].id())) {
                        throw new IllegalStateException("more is submitted than a scenario may");
                    }
                    queueLock.notifyAll();
                }
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private final Object queueLock = new Object();
    private final SubmissionQueue queue;
    private final HandleTable handles;
    private final List<Session> sessions = new ArrayList<>();
    private final List<UseLedger> ledgers = new ArrayList<>();
    private final AtomicReferenceArray<WaitReference> published;

    /**
     * All handles are idle and were never used.
     *
     * @param newLatch makes the latch on which a session sleeps; it must block in a way that the scheduler sees
     */
    public HandleUses(HandleParts parts, Supplier<Latch> newLatch, int sessionCount, int perSession) {
        queue = parts.newQueue().apply(QUEUE_SIZE);
        handles = new HandleTable(sessionCount, perSession, parts.newHandle());
        published = new AtomicReferenceArray<>(handles.size() * MOST_USES);
        InstanceFailure failure = new InstanceFailure();
        Pending pending = new Pending();
        for (int number = 0; number < sessionCount; number++) {
            sessions.add(new Session(
                    number,
                    handles,
                    1,
                    pending,
                    failure,
                    session -> {},
                    parts.newWaiter().apply(failure, newLatch.get()),
                    parts.newIdleList().get()));
            ledgers.add(new UseLedger(handles.size()));
        }
    }

    /** A session acquires a handle; if none is idle it takes back, or waits for, one of its own. */
    public Acquired acquire(int session) {
        UseLedger ledger = ledgers.get(session);
        IoResult slot = new IoResult();
        IoHandle handle = sessions.get(session).acquire(slot);
        List<Delivered> delivered = ledger.takeDelivered();
        ledger.begin(handle, slot);
        return new Acquired(handle.id(), delivered);
    }

    /** A session defines, stages and submits the handle that it has acquired; gives the handle. */
    public int submit(int session) {
        UseLedger ledger = ledgers.get(session);
        IoHandle handle = ledger.handedOut();
        WaitReference reference = new WaitReference();
        handle.reference(reference);
        handle.addCallback(new Publication(published, index(handle.id(), ledger.use()), reference), 0);
        handle.startRead(TARGET, BUFFER, 0);
        return handle.id();
    }

    /** Somebody completes the oldest I/O that is submitted, or the next that will be; gives the handle. */
    public int complete(int result) {
        int id = consume();
        handles.get(id).complete(result);
        return id;
    }

    private int consume() {
        synchronized (queueLock) {
            int id = queue.consume();
            while (id == SubmissionQueue.EMPTY) {
                try {
                    queueLock.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts a thread here", e);
                }
                id = queue.consume();
            }
            return id;
        }
    }

    /** A session, the owner or another, waits until a use is over, and looks at it then. */
    public Awaited await(int session, int handle, int use) {
        WaitReference reference = published.get(index(handle, use));
        if (reference == null) {
            return new Awaited(List.of(), UNKNOWN);
        }
        sessions.get(session).await(reference);
        return new Awaited(ledgers.get(session).takeDelivered(), look(reference));
    }

    /** A session asks whether a use is over: ENDED if it is, completed or not known any more; else PENDING, or UNKNOWN. */
    public Look ask(int session, int handle, int use) {
        WaitReference reference = published.get(index(handle, use));
        if (reference == null) {
            return Look.UNKNOWN;
        }
        return sessions.get(session).isCompleted(reference) ? Look.ENDED : Look.PENDING;
    }

    /** Somebody looks at a use. */
    public Seen look(int handle, int use) {
        WaitReference reference = published.get(index(handle, use));
        return reference == null ? UNKNOWN : look(reference);
    }

    private Seen look(WaitReference reference) {
        HandleView view = ((Handle) reference.handle()).view(handles.perSession());
        if (view == null || view.ioGeneration() != reference.generation()) {
            return ENDED;
        }
        return view.state().isCompleted() ? new Seen(Look.COMPLETED, view.rawResult()) : PENDING;
    }

    private static int index(int handle, int use) {
        return handle * MOST_USES + use - 1;
    }
}
