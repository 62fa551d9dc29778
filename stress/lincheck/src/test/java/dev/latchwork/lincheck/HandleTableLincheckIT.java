package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.DEADLOCK;
import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shipped handles, and the sessions that own them, on three threads do what the model of the handle table does: whatever
 * the interleaving, a session is given the handle that is idle longest and the result of each of its I/Os once; whoever holds
 * a reference sees its own use pending, completed with its own result, or ended; and every wait ends. A wait that does not is
 * reported as a deadlock.
 *
 * <p>Sequentially consistent where Lincheck interleaves, and bounded: the first interleavings of each scenario. What real
 * threads reorder is for jcstress.
 */
class HandleTableLincheckIT {
    private static final int INVOCATIONS = LincheckBudget.handleInvocations();
    private static final int REAL_INVOCATIONS = LincheckBudget.realHandleInvocations();
    /** What a handle says that is completed in a use that has been, or before it is submitted. */
    private static final String COMPLETED_OUT_OF_TURN =
            "java.lang.IllegalStateException: handle 0 cannot change from (?!SUBMITTED)[A-Z_]+ to COMPLETED_IO";

    private static final List<Scenario> ONE_HANDLE = HandleScenarios.ofOneHandle();
    private static final List<Scenario> TWO_HANDLES =
            HandleScenarios.ofTwoHandles(LincheckBudget.randomHandleScenarios());

    /** A search of given scenarios that cannot find the best known race of all would prove nothing by finding none. */
    @Test
    void increment_whenUnguarded_thenLostUpdateFound() {
        Search.scenarios(
                        "lincheck/Canary/scenarios",
                        Canary.class,
                        Canary.CounterJudge.class,
                        List.of(Canary.threeIncrements()),
                        INVOCATIONS)
                .mustFind(WRONG_RESULTS);
    }

    /** Sessions with one handle, which is in its next use at once. Kills: M09, M15, M46, M61, M62, M63, M65, M66, M67, M88. */
    @Test
    void uses_whenThreeThreadsInterleave_thenAsTheModel() {
        oneHandle("reference", HandleOperations.Reference.class, ONE_HANDLE)
                .mustFindNothing((long) ONE_HANDLE.size() * INVOCATIONS);
    }

    /** Sessions with two handles, in random scenarios. Kills: M07, M08. */
    @Test
    void handles_whenThreeThreadsInterleave_thenAsTheModel() {
        twoHandles("reference", HandleOperations.ReferenceOfTwo.class, TWO_HANDLES)
                .mustFindNothing((long) TWO_HANDLES.size() * INVOCATIONS);
    }

    /** The same as the first on real threads, with real memory order. Kills: M46. */
    @Test
    void uses_whenRealThreads_thenAsTheModel() {
        realThreads("reference", HandleOperations.Reference.class, ONE_HANDLE)
                .mustFindNothing((long) ONE_HANDLE.size() * REAL_INVOCATIONS);
    }

    /** M46: an executor completes an I/O that is completed. The handle objects, before the model could. */
    @Test
    void uses_whenRealThreadsAndConsumedStays_thenHandleObjects() {
        realThreads("M46", HandleOperations.M46.class, List.of(HandleScenarios.completingTwoUses()))
                .mustFindThrown(COMPLETED_OUT_OF_TURN);
    }

    /** M07: the session has taken its handles back, and none is idle. It says so, where it would wait for ever. */
    @Test
    void handles_whenNotReturned_thenSessionObjects() {
        twoHandles("M07", HandleOperations.M07.class, List.of(HandleScenarios.takingBack()))
                .mustFindThrown("dev.latchwork.aio.AioException: no free I/Os despite no in-flight I/Os: "
                        + "0 staged, 0 in flight, 0 idle");
    }

    /** M08: a handle is handed out while its I/O is under way. The handle objects, before the model could. */
    @Test
    void handles_whenReturnedTwice_thenHandleObjects() {
        twoHandles("M08", HandleOperations.M08.class, List.of(HandleScenarios.takingBack()))
                .mustFindThrown(
                        "java.lang.IllegalStateException: handle [01] cannot change from SUBMITTED to HANDED_OUT");
    }

    /** M09: a use that was over is not, for a moment. */
    @Test
    void uses_whenIdleBeforeGeneration_thenNotAsTheModel() {
        oneHandle("M09", HandleOperations.M09.class, List.of(HandleScenarios.askingWhileReused()))
                .mustFind(WRONG_RESULTS);
    }

    /** M15: the state of the next use is taken for that of this one, which then is not over. */
    @Test
    void uses_whenGenerationIsLoadedBeforeState_thenNotAsTheModel() {
        oneHandle("M15", HandleOperations.M15.class, List.of(HandleScenarios.askingWhileReused()))
                .mustFind(WRONG_RESULTS);
    }

    /** M46: an executor completes an I/O that is completed. The handle objects, before the model could. */
    @Test
    void uses_whenConsumedStays_thenHandleObjects() {
        oneHandle("M46", HandleOperations.M46.class, List.of(HandleScenarios.completingTwoUses()))
                .mustFindThrown(COMPLETED_OUT_OF_TURN);
    }

    /** M61: a waiter that is woken looks too early, and nobody wakes it again. */
    @Test
    void uses_whenBroadcastBeforeState_thenSleepsForEver() {
        oneHandle("M61", HandleOperations.M61.class, List.of(HandleScenarios.completing()))
                .mustFind(DEADLOCK);
    }

    /** M62: one of two waiters is not woken. */
    @Test
    void uses_whenOneIsForgotten_thenSleepsForEver() {
        oneHandle("M62", HandleOperations.M62.class, List.of(HandleScenarios.completing()))
                .mustFind(DEADLOCK);
    }

    /** M63: a reference to the first use shows the second. */
    @Test
    void uses_whenGenerationStays_thenNotAsTheModel() {
        oneHandle("M63", HandleOperations.M63.class, List.of(HandleScenarios.lookingWhileReused()))
                .mustFind(WRONG_RESULTS);
    }

    /** M65: a look that began in one use gives the result of another, or none for one that is there. */
    @Test
    void uses_whenLookIsNotConfirmed_thenNotAsTheModel() {
        oneHandle("M65", HandleOperations.M65.class, List.of(HandleScenarios.lookingWhileReused()))
                .mustFind(WRONG_RESULTS);
    }

    /**
     * M66: whoever sees the I/O completed sees no result. Were the owner to take the handle back meanwhile, the executor would
     * fail over it, and that would be found instead.
     */
    @Test
    void uses_whenSharedBeforeResult_thenNotAsTheModel() {
        oneHandle("M66", HandleOperations.M66.class, List.of(HandleScenarios.lookingWhileCompleted()))
                .mustFind(WRONG_RESULTS);
    }

    /** M67: a waiter sleeps for a use that ended before it looked. */
    @Test
    void uses_whenGenerationsAreNotCompared_thenSleepsForEver() {
        oneHandle("M67", HandleOperations.M67.class, List.of(HandleScenarios.waitingWhileReused()))
                .mustFind(DEADLOCK);
    }

    /** M88: a waiter that sleeps is not woken. */
    @Test
    void uses_whenNoBroadcast_thenSleepsForEver() {
        oneHandle("M88", HandleOperations.M88.class, List.of(HandleScenarios.completing()))
                .mustFind(DEADLOCK);
    }

    private static Search oneHandle(
            String subject, Class<? extends HandleOperations> operations, List<Scenario> scenarios) {
        return Search.scenarios(
                "lincheck/HandleTable/one-handle/" + subject,
                operations,
                HandleTableJudge.OneHandle.class,
                scenarios,
                INVOCATIONS);
    }

    private static Search twoHandles(
            String subject, Class<? extends HandleOperations> operations, List<Scenario> scenarios) {
        return Search.scenarios(
                "lincheck/HandleTable/two-handles/" + subject,
                operations,
                HandleTableJudge.TwoHandles.class,
                scenarios,
                INVOCATIONS);
    }

    private static Search realThreads(
            String subject, Class<? extends HandleOperations> operations, List<Scenario> scenarios) {
        return Search.realScenarios(
                "lincheck/HandleTable/real-threads/" + subject,
                operations,
                HandleTableJudge.OneHandle.class,
                scenarios,
                REAL_INVOCATIONS);
    }
}
