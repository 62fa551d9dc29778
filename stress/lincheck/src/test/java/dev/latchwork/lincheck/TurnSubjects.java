package dev.latchwork.lincheck;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.lincheck.mutants.M11_NoSecondLook;
import dev.latchwork.lincheck.mutants.M12_ResetAfterLook;
import dev.latchwork.lincheck.mutants.M45_SetDoesNotStick;
import dev.latchwork.lincheck.mutants.M49_FailureNotCompleted;
import dev.latchwork.lincheck.mutants.M50_FailureAsSuccess;
import dev.latchwork.mutants.M05_NoFanOut;
import dev.latchwork.mutants.M31_SetWithoutUnpark;
import dev.latchwork.mutants.M44_SleepsWithoutIdleBit;

/** {@link TurnOperations} with the shipped parts and with each mistake. */
final class TurnSubjects {
    private TurnSubjects() {}

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
