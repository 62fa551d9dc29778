package dev.latchwork.lincheck;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.aio.worker.WorkerTurns;
import dev.latchwork.lincheck.mutants.M05_NoFanOut;
import dev.latchwork.lincheck.mutants.M11_NoSecondLook;
import dev.latchwork.lincheck.mutants.M12_ResetAfterLook;
import dev.latchwork.lincheck.mutants.M31_SetWithoutUnpark;
import dev.latchwork.lincheck.mutants.M44_SleepsWithoutIdleBit;
import dev.latchwork.lincheck.mutants.M45_SetDoesNotStick;
import dev.latchwork.lincheck.mutants.M49_FailureNotCompleted;
import dev.latchwork.lincheck.mutants.M50_FailureAsSuccess;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of {@link WorkerTurns} with the shipped parts and with each mistake. Lincheck makes one object for each invocation. */
@Param(name = "worker", gen = IntGen.class, conf = "0:2")
@Param(name = "first", gen = IntGen.class, conf = "0:11")
@Param(name = "count", gen = IntGen.class, conf = "1:4")
public abstract class TurnOperations {
    static final int WORKERS = 3;
    static final int QUEUE_SIZE = 4;
    /** Enough for six batches of two. */
    static final int IOS = 12;

    private final WorkerTurns turns;

    private TurnOperations(WorkerSeams seams, Function<Parker, Latch> newLatch) {
        this(seams, newLatch, Handle::new);
    }

    private TurnOperations(
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

    /** What is shipped. */
    public static final class Reference extends TurnOperations {
        public Reference() {
            super(WorkerSeams.reference(), Latch::new);
        }
    }

    /** Without fan-out. */
    public static final class M05 extends TurnOperations {
        public M05() {
            super(WorkerSeams.reference().withWakeupPolicy(new M05_NoFanOut()), Latch::new);
        }
    }

    /** With an owner that does not look at its latch again. */
    public static final class M11 extends TurnOperations {
        public M11() {
            super(WorkerSeams.reference(), M11_NoSecondLook::new);
        }
    }

    /** With a latch that is reset too late. */
    public static final class M12 extends TurnOperations {
        public M12() {
            super(WorkerSeams.reference(), M12_ResetAfterLook::new);
        }
    }

    /** With a setter that does not unpark. */
    public static final class M31 extends TurnOperations {
        public M31() {
            super(WorkerSeams.reference(), M31_SetWithoutUnpark::new);
        }
    }

    /** With workers that sleep unseen. */
    public static final class M44 extends TurnOperations {
        public M44() {
            super(WorkerSeams.reference().withNewIdleSet(M44_SleepsWithoutIdleBit::new), Latch::new);
        }
    }

    /** With a latch that forgets. */
    public static final class M45 extends TurnOperations {
        public M45() {
            super(WorkerSeams.reference(), M45_SetDoesNotStick::new);
        }
    }

    /** With fault A. */
    public static final class SeedA extends TurnOperations {
        public SeedA() {
            super(WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_A), Latch::new);
        }
    }

    /** With fault B. */
    public static final class SeedB extends TurnOperations {
        public SeedB() {
            super(WorkerSeams.reference().withExitPolicy(ExitVariant.SEED_B), Latch::new);
        }
    }

    /** With failures that are not completed. */
    public static final class M49 extends TurnOperations {
        public M49() {
            super(WorkerSeams.reference(), Latch::new, M49_FailureNotCompleted::new);
        }
    }

    /** With failures that look like successes. */
    public static final class M50 extends TurnOperations {
        public M50() {
            super(WorkerSeams.reference(), Latch::new, M50_FailureAsSuccess::new);
        }
    }
}
