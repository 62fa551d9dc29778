package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.DEADLOCK;
import static dev.latchwork.lincheck.Finding.Kind.EXCEPTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.lincheck.WorkerPrograms.DyingWorkers;
import dev.latchwork.lincheck.WorkerPrograms.SubmitAndWaitM11;
import dev.latchwork.lincheck.WorkerPrograms.SubmitAndWaitM12;
import dev.latchwork.lincheck.WorkerPrograms.SubmitAndWaitM31;
import dev.latchwork.lincheck.WorkerPrograms.SubmitAndWaitReference;
import dev.latchwork.lincheck.WorkerPrograms.WorkerLeavesReference;
import dev.latchwork.lincheck.WorkerPrograms.WorkerLeavesSeedA;
import dev.latchwork.lincheck.WorkerPrograms.WorkerLeavesSeedB;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No I/O and no wakeup is lost between the shipped submitter, workers, latches, handles and condition variables, whatever
 * the interleaving of one submitter with two workers: a run always ends, each I/O completed once. A lost wakeup is a run
 * that does not end, which Lincheck reports as a deadlock with its interleaving.
 *
 * <p>Sequentially consistent: what the latch's fences are for cannot be seen here; jcstress looks at that.
 */
class WorkerMethodLincheckIT {
    private static final int INVOCATIONS = LincheckBudget.programInvocations();

    /** Kept, since the log manager forgets a logger that nobody refers to, and its level. */
    private static final Logger LOG = Logger.getLogger("dev.latchwork.aio.execution.InstanceFailure");

    /** Where workers die on purpose, each death is wanted. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    /** Two I/Os find two workers wherever they are. Kills: M11, M12, M31. */
    @Test
    void submit_whenWorkersGoToSleep_thenEveryIoCompletesOnce() {
        submitAndWait("reference", SubmitAndWaitReference.class).mustFindNothing(INVOCATIONS);
    }

    /** M11: a set between the owner's look and its sleep wakes nobody. */
    @Test
    void submit_whenOwnerDoesNotLookAgain_thenIoWaitsForEver() {
        submitAndWait("M11", SubmitAndWaitM11.class).mustFind(DEADLOCK);
    }

    /** M12: the reset eats a set that came after the look for work. */
    @Test
    void submit_whenLatchIsResetAfterTheLook_thenIoWaitsForEver() {
        submitAndWait("M12", SubmitAndWaitM12.class).mustFind(DEADLOCK);
    }

    /** M31: a worker that sleeps is not woken. */
    @Test
    void submit_whenSetterDoesNotUnpark_thenIoWaitsForEver() {
        submitAndWait("M31", SubmitAndWaitM31.class).mustFind(DEADLOCK);
    }

    /** A worker that leaves passes on the wakeup that it may have been given. Kills: seed-A, seed-B. */
    @Test
    void submit_whenChosenWorkerLeaves_thenEveryIoCompletesOnce() {
        workerLeaves("reference", WorkerLeavesReference.class).mustFindNothing(INVOCATIONS);
    }

    /** Fault A: the submitter chooses a worker that has left, by its idle bit, and wakes nobody. */
    @Test
    void submit_whenLeavingWorkerKeepsItsIdleBit_thenIoWaitsForEver() {
        workerLeaves("seed-A", WorkerLeavesSeedA.class).mustFind(DEADLOCK);
    }

    /** Fault B: the submitter chooses a worker that is about to leave, and which takes the wakeup along. */
    @Test
    void submit_whenLeavingWorkerHandsNothingOver_thenIoWaitsForEver() {
        workerLeaves("seed-B", WorkerLeavesSeedB.class).mustFind(DEADLOCK);
    }

    /** A worker that dies is an exception. Kills: a wait that it does not end, so that anything at all would be a deadlock. */
    @Test
    void submit_whenWorkersDie_thenExceptionAndNoDeadlock() {
        Finding finding =
                LincheckAdapter.modelCheckProgram(DyingWorkers.class, 1).orElseThrow();

        assertEquals(EXCEPTION, finding.kind(), finding::report);
        assertTrue(finding.thrown().endsWith(DyingWorkers.CAUSE), finding::thrown);
    }

    private static Search submitAndWait(String subject, Class<? extends Program> program) {
        return Search.program("lincheck/WorkerMethod/submit-and-wait/" + subject, program, INVOCATIONS);
    }

    private static Search workerLeaves(String subject, Class<? extends Program> program) {
        return Search.program("lincheck/WorkerMethod/worker-leaves/" + subject, program, INVOCATIONS);
    }
}
