package dev.latchwork.lincheck;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.aio.worker.WorkerTurns;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of {@link WorkerTurns}, with whatever parts a subclass gives them. Lincheck makes one object for each invocation. */
@Param(name = "worker", gen = IntGen.class, conf = "0:2")
@Param(name = "first", gen = IntGen.class, conf = "0:11")
@Param(name = "count", gen = IntGen.class, conf = "1:4")
public abstract class TurnOperations {
    static final int WORKERS = 3;
    static final int QUEUE_SIZE = 4;
    /** Enough for six batches of two. */
    static final int IOS = 12;

    private final WorkerTurns turns;

    /**
     * With these parts.
     *
     * @param newLatch makes a slot's latch on the parker that tells when its owner sleeps
     */
    protected TurnOperations(WorkerSeams seams, Function<Parker, Latch> newLatch) {
        this(seams, newLatch, Handle::new);
    }

    /**
     * With these parts.
     *
     * @param newLatch makes a slot's latch on the parker that tells when its owner sleeps
     * @param newHandle makes a handle from its id
     */
    protected TurnOperations(
            WorkerSeams seams, Function<Parker, Latch> newLatch, IntFunction<? extends Handle> newHandle) {
        Invocations.count();
        turns = new WorkerTurns(seams, () -> new TurnParker(newLatch), newHandle, WORKERS, QUEUE_SIZE, IOS);
    }

    @Operation
    public int submit(int first, int count) {
        return turns.submit(first, count, true);
    }

    /** The same, of a target that no worker can reopen. */
    @Operation
    public int submitUnreadable(int first, int count) {
        return turns.submit(first, count, false);
    }

    @Operation
    public int turn(int worker) {
        return turns.turn(worker);
    }

    @Operation
    public boolean ask(int worker) {
        return turns.ask(worker);
    }

    @Operation
    public boolean isWorkConserved() {
        return turns.isWorkConserved();
    }

    @Operation
    public List<Integer> rest() {
        return turns.rest();
    }
}
