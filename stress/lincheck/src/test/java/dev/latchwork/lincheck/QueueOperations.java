package dev.latchwork.lincheck;

import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.lincheck.mutants.M04_NoLock;
import dev.latchwork.lincheck.mutants.M74_WrapsAtCapacity;
import dev.latchwork.mutants.M03_NeverFull;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * The three operations on the shipped submission queue, each in a critical section of the queue lock, as in
 * {@code WorkerControl}. Lincheck makes one object for each invocation.
 */
@Param(name = "io", gen = IntGen.class, conf = "0:9")
public abstract class QueueOperations {
    /** Slots of the queue: the smallest in which an index moves over more than one slot before it wraps twice. */
    static final int SIZE = 4;

    private final SubmissionQueue queue;
    private final Supplier<Object> queueLock;

    private QueueOperations(SubmissionQueue queue, Object queueLock) {
        this(queue, () -> queueLock);
    }

    private QueueOperations(SubmissionQueue queue, Supplier<Object> queueLock) {
        this.queue = queue;
        this.queueLock = queueLock;
        Invocations.count();
    }

    /** What is shipped. */
    public static final class Reference extends QueueOperations {
        public Reference() {
            super(new SubmissionQueue(SIZE), new Object());
        }
    }

    /** With a queue that is never full. */
    public static final class FullTestNeverTrue extends QueueOperations {
        public FullTestNeverTrue() {
            super(new M03_NeverFull(SIZE), new Object());
        }
    }

    /** What is shipped, for real threads: each gives way in the middle of an insert, or they would hardly ever meet in one. */
    public static final class Yielding extends QueueOperations {
        public Yielding() {
            super(new YieldingQueue(), new Object());
        }
    }

    /** The same with a lock that locks nothing. */
    public static final class YieldingNoLock extends QueueOperations {
        public YieldingNoLock() {
            super(new YieldingQueue(), new M04_NoLock());
        }
    }

    private static final class YieldingQueue extends SubmissionQueue {
        YieldingQueue() {
            super(SIZE);
        }

        @Override
        @SuppressWarnings("ThreadPriorityCheck") // nobody waits for anything here
        protected boolean isFull(int newHead, int currentTail) {
            Thread.yield();
            return super.isFull(newHead, currentTail);
        }
    }

    /** With a tail that stays where the ring ends. */
    public static final class TailStaysAtWrap extends QueueOperations {
        public TailStaysAtWrap() {
            super(new M06_TailStaysAtWrap(SIZE), new Object());
        }
    }

    /** With a ring that ends a slot too early. */
    public static final class WrapsAtCapacity extends QueueOperations {
        public WrapsAtCapacity() {
            super(new M74_WrapsAtCapacity(SIZE), new Object());
        }
    }

    /** With a lock that locks nothing. */
    public static final class NoLock extends QueueOperations {
        public NoLock() {
            super(new SubmissionQueue(SIZE), new M04_NoLock());
        }
    }

    @Operation
    public boolean insert(@Param(name = "io") int io) {
        synchronized (queueLock.get()) {
            return queue.insert(io);
        }
    }

    @Operation
    public int consume() {
        synchronized (queueLock.get()) {
            return queue.consume();
        }
    }

    @Operation
    public int depth() {
        synchronized (queueLock.get()) {
            return queue.depth();
        }
    }
}
