package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped worker method, cut into batches, worker turns and exits on three threads, does what the model of it does:
 * whatever the interleaving, I/Os are executed in the order of their submission, each once, what does not fit is performed
 * by its submitter, one whose target cannot be reopened fails, no I/O waits beside a sleeping worker, and at rest none is left. A lost wakeup is an I/O that is left,
 * where {@link WorkerMethodLincheckIT} has a run that does not end; a turn needs far fewer switches of threads for it.
 *
 * <p>Sequentially consistent, and bounded: the first interleavings of each scenario. Each mistake is
 * looked for in the directed scenario that is made for it.
 */
class WorkerTurnsLincheckIT {
    private static final int INVOCATIONS = LincheckBudget.turnInvocations();
    private static final List<Scenario> SCENARIOS = TurnScenarios.all(LincheckBudget.randomTurnScenarios());

    /** Kept, since the log manager forgets a logger that nobody refers to, and its level. */
    private static final Logger LOG = Logger.getLogger("dev.latchwork.aio.worker.IoWorker");

    /** A worker warns of each failed reopen, and under Lincheck a log record costs more than the turn that it is of. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.SEVERE);
    }

    /** The shipped protocol does what its model does. Kills: M05, M11, M12, M31, M44, M45, M49, M50, seed-A, seed-B. */
    @Test
    void turns_whenThreeThreadsInterleave_thenAsTheModel() {
        turns("reference", TurnSubjects.Reference.class, SCENARIOS)
                .mustFindNothing((long) SCENARIOS.size() * INVOCATIONS);
    }

    /** M05: I/Os wait beside workers that sleep. Nothing is lost for ever, so only work conservation sees it. */
    @Test
    void turns_whenNoFanOut_thenWorkNotConserved() {
        turns("M05", TurnSubjects.M05.class, List.of(TurnScenarios.moreThanOneTakes()))
                .mustFind(WRONG_RESULTS);
    }

    /** M11: a set between the owner's look and its sleep wakes nobody. */
    @Test
    void turns_whenOwnerDoesNotLookAgain_thenIoLeft() {
        turns("M11", TurnSubjects.M11.class, List.of(TurnScenarios.goingToSleep()))
                .mustFind(WRONG_RESULTS);
    }

    /** M12: the reset eats a set that came after the look for work. */
    @Test
    void turns_whenLatchIsResetAfterTheLook_thenIoLeft() {
        turns("M12", TurnSubjects.M12.class, List.of(TurnScenarios.goingToSleep()))
                .mustFind(WRONG_RESULTS);
    }

    /** M31: a worker that sleeps is not woken. */
    @Test
    void turns_whenSetterDoesNotUnpark_thenIoLeft() {
        turns("M31", TurnSubjects.M31.class, List.of(TurnScenarios.goingToSleep()))
                .mustFind(WRONG_RESULTS);
    }

    /** M44: nobody is there to be chosen. */
    @Test
    void turns_whenSleepersAreNotIdle_thenIoLeft() {
        turns("M44", TurnSubjects.M44.class, List.of(TurnScenarios.goingToSleep()))
                .mustFind(WRONG_RESULTS);
    }

    /** M45: a set that comes while the worker is on its way to sleep is lost. */
    @Test
    void turns_whenSetDoesNotStick_thenIoLeft() {
        turns("M45", TurnSubjects.M45.class, List.of(TurnScenarios.goingToSleep()))
                .mustFind(WRONG_RESULTS);
    }

    /** M49: an I/O that a worker could not get at is never completed. */
    @Test
    void turns_whenFailureIsNotCompleted_thenNotAsTheModel() {
        turns("M49", TurnSubjects.M49.class, List.of(TurnScenarios.reopenFails()))
                .mustFind(WRONG_RESULTS);
    }

    /** M50: an I/O that a worker could not get at is completed without its error. */
    @Test
    void turns_whenFailureLooksLikeSuccess_thenNotAsTheModel() {
        turns("M50", TurnSubjects.M50.class, List.of(TurnScenarios.reopenFails()))
                .mustFind(WRONG_RESULTS);
    }

    /** Fault A: the submitter chooses a worker that has left, by its idle bit, and wakes nobody. */
    @Test
    void turns_whenLeavingWorkerKeepsItsIdleBit_thenIoLeft() {
        turns("seed-A", TurnSubjects.SeedA.class, List.of(TurnScenarios.leaving()))
                .mustFind(WRONG_RESULTS);
    }

    /** Fault B: the leaving worker takes along the wakeup that it was given. */
    @Test
    void turns_whenLeavingWorkerHandsNothingOver_thenIoLeft() {
        turns("seed-B", TurnSubjects.SeedB.class, List.of(TurnScenarios.leaving()))
                .mustFind(WRONG_RESULTS);
    }

    private static Search turns(String subject, Class<? extends TurnOperations> operations, List<Scenario> scenarios) {
        return Search.scenarios(
                "lincheck/WorkerMethod/turns/" + subject, operations, WorkerMethodJudge.class, scenarios, INVOCATIONS);
    }
}
