package dev.latchwork.lincheck;

import dev.latchwork.aio.worker.IdleWorkerSet;
import dev.latchwork.lincheck.mutants.M04_NoLock;
import dev.latchwork.model.history.IdleSetModel;
import dev.latchwork.mutants.M75_HighestIdleWorker;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * The operations on the shipped idle set, each in a critical section of the queue lock, as in {@code WorkerControl}.
 * Lincheck makes one object for each invocation.
 */
@Param(name = "worker", gen = IntGen.class, conf = "0:3")
public abstract class IdleSetOperations {
    private final IdleWorkerSet idle;
    private final Supplier<Object> queueLock;

    private IdleSetOperations(IdleWorkerSet idle, Supplier<Object> queueLock) {
        this.idle = idle;
        this.queueLock = queueLock;
        Invocations.count();
    }

    @Operation
    public void markIdle(@Param(name = "worker") int worker) {
        synchronized (queueLock.get()) {
            idle.markIdle(worker);
        }
    }

    @Operation
    public void clear(@Param(name = "worker") int worker) {
        synchronized (queueLock.get()) {
            idle.clear(worker);
        }
    }

    @Operation
    public int choose() {
        synchronized (queueLock.get()) {
            return idle.chooseIdle();
        }
    }

    /** What is shipped. */
    public static final class Reference extends IdleSetOperations {
        public Reference() {
            this(new Object());
        }

        private Reference(Object queueLock) {
            super(new IdleWorkerSet(), () -> queueLock);
        }
    }

    /** With a lock that locks nothing. */
    public static final class NoLock extends IdleSetOperations {
        public NoLock() {
            super(new IdleWorkerSet(), new M04_NoLock());
        }
    }

    /** With a choice from the wrong end. */
    public static final class HighestFirst extends IdleSetOperations {
        public HighestFirst() {
            this(new Object());
        }

        private HighestFirst(Object queueLock) {
            super(new M75_HighestIdleWorker(), () -> queueLock);
        }
    }

    /** The model as Lincheck wants it: made without parameters, methods named as the operations. */
    public static final class Specification {
        private final IdleSetModel model = new IdleSetModel();

        public void markIdle(int worker) {
            model.markIdle(worker);
        }

        public void clear(int worker) {
            model.clear(worker);
        }

        public int choose() {
            return model.chooseLowest();
        }
    }
}
