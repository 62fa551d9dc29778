package dev.latchwork.lincheck;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerProgram;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.lincheck.mutants.M11_NoSecondLook;
import dev.latchwork.lincheck.mutants.M12_ResetAfterLook;
import dev.latchwork.mutants.M31_SetWithoutUnpark;
import java.util.function.Function;

/** {@link WorkerProgram} with the shipped parts and with each mistake. */
final class WorkerPrograms {
    private WorkerPrograms() {}

    private static Latch monitorLatch() {
        return new Latch(new MonitorParker());
    }

    /** One batch for workers that look for work, go to sleep or sleep. */
    private abstract static class SubmitAndWait extends Program {
        private final Function<Parker, Latch> newLatch;
        private final int workers;
        private final int ios;

        SubmitAndWait(Function<Parker, Latch> newLatch) {
            this(newLatch, 2, 2);
        }

        SubmitAndWait(Function<Parker, Latch> newLatch, int workers, int ios) {
            this.newLatch = newLatch;
            this.workers = workers;
            this.ios = ios;
        }

        @Override
        protected void runProgram() {
            WorkerSeams seams = WorkerSeams.reference().withNewLatch(() -> newLatch.apply(new MonitorParker()));
            new WorkerProgram(seams, WorkerPrograms::monitorLatch, workers, ios).submitAndWait();
        }
    }

    /** What is shipped. */
    public static final class SubmitAndWaitReference extends SubmitAndWait {
        public SubmitAndWaitReference() {
            super(Latch::new);
        }
    }

    /** The same with one worker and one I/O. */
    public static final class OneWorkerReference extends SubmitAndWait {
        public OneWorkerReference() {
            super(Latch::new, 1, 1);
        }
    }

    /** With one worker, which does not look at its latch again. */
    public static final class OneWorkerM11 extends SubmitAndWait {
        public OneWorkerM11() {
            super(M11_NoSecondLook::new, 1, 1);
        }
    }

    /** With a latch that is reset too late. */
    public static final class SubmitAndWaitM12 extends SubmitAndWait {
        public SubmitAndWaitM12() {
            super(M12_ResetAfterLook::new);
        }
    }

    /** With a setter that does not unpark. */
    public static final class SubmitAndWaitM31 extends SubmitAndWait {
        public SubmitAndWaitM31() {
            super(M31_SetWithoutUnpark::new);
        }
    }

    /** Workers die of something that is no mistake of the protocol's: the program must say so, and not wait for ever. */
    public static final class DyingWorkers extends Program {
        static final String CAUSE = "no such policy";

        @Override
        protected void runProgram() {
            WorkerSeams seams = WorkerSeams.reference()
                    .withNewLatch(WorkerPrograms::monitorLatch)
                    .withWakeupPolicy((depth, underWay) -> {
                        throw new UnsupportedOperationException(CAUSE);
                    });
            new WorkerProgram(seams, WorkerPrograms::monitorLatch, 2, 2).submitAndWait();
        }
    }

    /** One I/O, while the worker that a submitter would choose first has been asked to exit. */
    private abstract static class WorkerLeaves extends Program {
        private final ExitVariant exitPolicy;

        WorkerLeaves(ExitVariant exitPolicy) {
            this.exitPolicy = exitPolicy;
        }

        @Override
        protected void runProgram() {
            WorkerSeams seams = WorkerSeams.reference()
                    .withNewLatch(WorkerPrograms::monitorLatch)
                    .withExitPolicy(exitPolicy);
            new WorkerProgram(seams, WorkerPrograms::monitorLatch, 2, 1).submitWhileWorkerLeaves();
        }
    }

    /** What is shipped. */
    public static final class WorkerLeavesReference extends WorkerLeaves {
        public WorkerLeavesReference() {
            super(ExitVariant.REFERENCE);
        }
    }

    /** With fault A. */
    public static final class WorkerLeavesSeedA extends WorkerLeaves {
        public WorkerLeavesSeedA() {
            super(ExitVariant.SEED_A);
        }
    }

    /** With fault B. */
    public static final class WorkerLeavesSeedB extends WorkerLeaves {
        public WorkerLeavesSeedB() {
            super(ExitVariant.SEED_B);
        }
    }
}
