package dev.latchwork.properties;

import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.PoolAccount;
import dev.latchwork.aio.worker.WalkedMethod;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.properties.mutants.M110_AnotherErrorNumber;
import dev.latchwork.properties.mutants.M111_ErrorNumberNotNegated;
import dev.latchwork.properties.mutants.M112_GoesOnAfterFailure;
import dev.latchwork.properties.mutants.M113_SlotGivenUpFirst;
import dev.latchwork.properties.mutants.M114_LeftoverBeforeWakeup;
import dev.latchwork.properties.mutants.M115_NeverGrows;
import dev.latchwork.properties.mutants.M116_NeverShrinks;
import dev.latchwork.properties.mutants.M117_BackoffNeverReset;
import dev.latchwork.properties.mutants.M118_FailedStartCounted;
import dev.latchwork.properties.mutants.M119_CountedAsStartingToo;
import dev.latchwork.properties.mutants.M120_LeaversForgottenAtClose;
import dev.latchwork.properties.mutants.M121_NobodyOwnsTheLatch;
import dev.latchwork.properties.mutants.M122_SlotTakenTwice;
import dev.latchwork.properties.mutants.M47_LeftoverDropped;
import dev.latchwork.properties.mutants.M49_LeavesWithoutCompleting;
import dev.latchwork.properties.mutants.M50_FailureAsSuccess;
import dev.latchwork.properties.mutants.M51_SlotKept;
import dev.latchwork.properties.mutants.M54_StartingNotCounted;
import dev.latchwork.properties.mutants.M55_NotReplacedWhileAnotherRuns;
import dev.latchwork.properties.mutants.M56_RequestWithoutLatch;
import dev.latchwork.properties.mutants.M57_CompletesTwice;
import dev.latchwork.properties.mutants.M86_InsertedIsLeftOver;
import dev.latchwork.properties.mutants.M88_NoBroadcast;
import dev.latchwork.properties.mutants.M93_QueuedBeforeSubmitted;
import dev.latchwork.properties.mutants.M95_WholeBatchIsLeftOver;
import dev.latchwork.properties.mutants.M96_FailureWithoutBroadcast;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four short lives of the shipped classes, written down step by step with what is to be seen after each: no model stands
 * beside them, so that what model and code have wrong alike would show here.
 */
class WrittenStepsTest {
    static Stream<Arguments> failedReopens() {
        return Stream.of(
                Arguments.of("reference", Parts.reference()),
                worker("M49", M49_LeavesWithoutCompleting::new),
                worker("M50", M50_FailureAsSuccess::new),
                worker("M51", M51_SlotKept::new),
                worker("M57", M57_CompletesTwice::new),
                worker("M110", M110_AnotherErrorNumber::new),
                worker("M111", M111_ErrorNumberNotNegated::new),
                worker("M112", M112_GoesOnAfterFailure::new),
                worker("M113", M113_SlotGivenUpFirst::new),
                Arguments.of("M88", Parts.reference().withNewHandle(M88_NoBroadcast::new)),
                Arguments.of("M96", Parts.reference().withNewHandle(M96_FailureWithoutBroadcast::new)));
    }

    /**
     * A reopen that fails completes its I/O with -ENOENT and wakes who waits for it; then the worker gives up its slot, then
     * it ends, and a worker is missing. Kills M49, M50, M51, M57, M88, M96 and M110 to M113.
     */
    @ParameterizedTest
    @MethodSource("failedReopens")
    void completeFailed_whenReopenFails_thenIoThenSlotThenWorkerEnd(String subject, Parts parts) {
        ObservedMethod method = new ObservedMethod(
                2,
                4,
                parts,
                seen -> "io " + seen.status(1) + (seen.isWaiterWoken(1) ? ", waiter woken" : "") + ", at "
                        + seen.point(0) + ", slots " + seen.registered() + ", leavers " + seen.leaversCounted()
                        + (seen.isWorkerMissing() ? ", one is missing" : ""));
        method.then(warm(2))
                .then(submit(1, 1))
                .then(WrittenStepsTest::submitterStep)
                .then(worker(0))
                .then(worker(0))
                .then(worker(0))
                .then(worker(0))
                .then(failingWorker(0))
                .then(worker(0))
                .then(worker(0))
                .then(WrittenStepsTest::leaverStep);
        judge("unit/FailedReopen/" + subject, method, """
                2 workers wait: io Unsubmitted, at AWAIT, slots 3, leavers 0
                Submit: io Submitted, at AWAIT, slots 3, leavers 0
                SubmitSetLatch: io Submitted, at AWAIT, slots 3, leavers 0
                Await: io Submitted, at RESET_LATCH, slots 3, leavers 0
                ResetLatch: io Submitted, at CHECK_INTERRUPTS, slots 3, leavers 0
                CheckInterrupts: io Submitted, at LOOK, slots 3, leavers 0
                Consume: io Submitted, at REOPEN, slots 3, leavers 0
                ReopenFail: io Submitted, at COMPLETE_FAILED, slots 3, leavers 0
                CompleteFailed: io Enoent, waiter woken, at DEREGISTER, slots 3, leavers 0
                Deregister: io Enoent, waiter woken, at VACANT, slots 2, leavers 1
                ExitWorker: io Enoent, waiter woken, at VACANT, slots 2, leavers 0, one is missing
                """);
    }

    static Stream<Arguments> accounts() {
        return Stream.of(
                Arguments.of("reference", Parts.reference()),
                account("M54", M54_StartingNotCounted::new),
                account("M55", M55_NotReplacedWhileAnotherRuns::new),
                account("M115", M115_NeverGrows::new),
                account("M116", M116_NeverShrinks::new),
                account("M117", M117_BackoffNeverReset::new),
                account("M118", M118_FailedStartCounted::new),
                account("M119", M119_CountedAsStartingToo::new),
                account("M120", M120_LeaversForgottenAtClose::new),
                worker("M56", M56_RequestWithoutLatch::new));
    }

    /**
     * The pool is counted right through its life: a start that fails, a start, a pool that grows, one that shrinks by a
     * request and its latch, a worker that dies without use and one that was of use, and the close. Kills M54, M55, M56 and M115 to M120.
     */
    @ParameterizedTest
    @MethodSource("accounts")
    void poolAccount_whenWorkersComeAndGo_thenEachCountsOnce(String subject, Parts parts) {
        ObservedMethod method = new ObservedMethod(
                1,
                4,
                parts,
                seen -> "wanted " + seen.target() + ", starting " + seen.starting() + ", slots " + seen.registered()
                        + ", leavers " + seen.leaversCounted() + ", fruitless " + seen.fruitless()
                        + (seen.isWorkerMissing() ? ", one is missing" : "")
                        + (seen.isPoolEmpty() ? ", empty" : "")
                        + (seen.isLatchSet(1) ? ", worker 1 is called" : ""));
        method.then(WalkedMethod::startWorker)
                .then(WalkedMethod::register)
                .then(seen -> seen.reload(2))
                .then(WalkedMethod::startWorker)
                .then(WalkedMethod::register)
                .then(seen -> seen.reload(1))
                .then(seen -> seen.requestShutdown(1))
                .then(worker(1))
                .then(worker(1))
                .then(WrittenStepsTest::leaverStep)
                .then(submit(1, 2))
                .then(WrittenStepsTest::submitterStep)
                .then(worker(0))
                .then(worker(0))
                .then(failingWorker(0))
                .then(worker(0))
                .then(worker(0))
                .then(WrittenStepsTest::leaverStep)
                .then(WalkedMethod::startWorker)
                .then(WalkedMethod::register)
                .then(worker(0))
                .then(worker(0))
                .then(worker(0))
                .then(worker(0))
                .then(seen -> seen.reload(0))
                .then(seen -> seen.requestShutdown(0))
                .then(worker(0))
                .then(worker(0))
                .then(WrittenStepsTest::leaverStep);
        judge("unit/PoolAccount/" + subject, method, """
                StartWorker: wanted 1, starting 1, slots 0, leavers 0, fruitless 0
                Register: wanted 1, starting 0, slots 1, leavers 0, fruitless 0
                Reload: wanted 2, starting 0, slots 1, leavers 0, fruitless 0, one is missing
                StartWorker: wanted 2, starting 1, slots 1, leavers 0, fruitless 0
                Register: wanted 2, starting 0, slots 3, leavers 0, fruitless 0
                Reload: wanted 1, starting 0, slots 3, leavers 0, fruitless 0
                RequestShutdown: wanted 1, starting 0, slots 3, leavers 0, fruitless 0, worker 1 is called
                CheckInterrupts: wanted 1, starting 0, slots 3, leavers 0, fruitless 0, worker 1 is called
                Deregister: wanted 1, starting 0, slots 1, leavers 1, fruitless 0, worker 1 is called
                ExitWorker: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                Submit: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                SubmitSetLatch: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                CheckInterrupts: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                Consume: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                ReopenFail: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                CompleteFailed: wanted 1, starting 0, slots 1, leavers 0, fruitless 0, worker 1 is called
                Deregister: wanted 1, starting 0, slots 0, leavers 1, fruitless 1, worker 1 is called
                ExitWorker: wanted 1, starting 0, slots 0, leavers 0, fruitless 1, one is missing, empty, worker 1 is called
                StartWorker: wanted 1, starting 1, slots 0, leavers 0, fruitless 1, worker 1 is called
                Register: wanted 1, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                CheckInterrupts: wanted 1, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                Consume: wanted 1, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                Reopen: wanted 1, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                Perform: wanted 1, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                Reload: wanted 0, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                RequestShutdown: wanted 0, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                CheckInterrupts: wanted 0, starting 0, slots 1, leavers 0, fruitless 1, worker 1 is called
                Deregister: wanted 0, starting 0, slots 0, leavers 1, fruitless 0, worker 1 is called
                ExitWorker: wanted 0, starting 0, slots 0, leavers 0, fruitless 0, empty, worker 1 is called
                """);
    }

    static Stream<Arguments> batches() {
        return Stream.of(
                Arguments.of("reference", Parts.reference()),
                submitter("M47", M47_LeftoverDropped::new),
                submitter("M86", M86_InsertedIsLeftOver::new),
                submitter("M93", M93_QueuedBeforeSubmitted::new),
                submitter("M95", M95_WholeBatchIsLeftOver::new),
                submitter("M114", M114_LeftoverBeforeWakeup::new));
    }

    /**
     * A batch of three at a queue of one: the first is queued, SUBMITTED before that, and a worker is woken; then, and not
     * before, the submitter performs the other two. Kills M47, M86, M93, M95 and M114.
     */
    @ParameterizedTest
    @MethodSource("batches")
    void submit_whenBatchDoesNotFit_thenWakesAndPerformsTheRest(String subject, Parts parts) {
        ObservedMethod method = new ObservedMethod(
                1,
                2,
                parts,
                seen -> "queue " + seen.queued() + ", leftover " + seen.leftover(0) + ", owes " + seen.submitterOwed(0)
                        + ", ios " + seen.status(1) + " " + seen.status(2) + " " + seen.status(3)
                        + (seen.queuedTooEarly() == null ? "" : ", queued too early"));
        method.then(warm(1))
                .then(submit(1, 3))
                .then(WrittenStepsTest::submitterStep)
                .then(WrittenStepsTest::submitterStep)
                .then(WrittenStepsTest::submitterStep);
        judge("unit/Batch/" + subject, method, """
                1 workers wait: queue [], leftover [], owes [], ios Unsubmitted Unsubmitted Unsubmitted
                Submit: queue [1], leftover [2, 3], owes [0], ios Submitted Submitted Submitted
                SubmitSetLatch: queue [1], leftover [2, 3], owes [], ios Submitted Submitted Submitted
                PerformSynchronously: queue [1], leftover [3], owes [], ios Submitted Ok Submitted
                PerformSynchronously: queue [1], leftover [], owes [], ios Submitted Ok Ok
                """);
    }

    static Stream<Arguments> registrations() {
        return Stream.of(
                Arguments.of("reference", Parts.reference()),
                Arguments.of("M121", Parts.reference().withNewLatch(M121_NobodyOwnsTheLatch::new)),
                Arguments.of("M122", Parts.of(WorkerSeams.reference().withNewRegistry(M122_SlotTakenTwice::new))));
    }

    /** Two workers register: each has a slot of its own, and the latch of that slot wakes it. Kills M121 and M122. */
    @ParameterizedTest
    @MethodSource("registrations")
    void register_whenTwoWorkers_thenTwoSlotsAndTwoOwners(String subject, Parts parts) {
        ObservedMethod method = new ObservedMethod(
                2,
                2,
                parts,
                seen -> "slots " + seen.registered() + ", owners " + seen.isLatchOwned(0) + " " + seen.isLatchOwned(1)
                        + ", at " + seen.point(0) + " " + seen.point(1));
        method.then(WalkedMethod::startWorker)
                .then(WalkedMethod::startWorker)
                .then(WalkedMethod::register)
                .then(WalkedMethod::register);
        judge("unit/Registration/" + subject, method, """
                StartWorker: slots 0, owners false false, at VACANT VACANT
                StartWorker: slots 0, owners false false, at VACANT VACANT
                Register: slots 1, owners true false, at CHECK_INTERRUPTS VACANT
                Register: slots 3, owners true true, at CHECK_INTERRUPTS CHECK_INTERRUPTS
                """);
    }

    private static void judge(String check, ObservedMethod method, String expected) {
        CheckRun run = CheckRun.start(check);
        String seen = method.seen();
        run.finish(
                seen.equals(expected) ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("steps", method.steps()),
                null,
                seen.equals(expected) ? null : "seen:" + System.lineSeparator() + seen);
    }

    private static Function<WalkedMethod, String> warm(int workers) {
        return method -> {
            method.warmUp(workers);
            return workers + " workers wait";
        };
    }

    private static Function<WalkedMethod, String> submit(int first, int count) {
        return method -> method.submit(0, first, count);
    }

    private static String submitterStep(WalkedMethod method) {
        return method.stepSubmitter(0);
    }

    private static Function<WalkedMethod, String> worker(int slot) {
        return method -> method.stepWorker(slot, false);
    }

    private static Function<WalkedMethod, String> failingWorker(int slot) {
        return method -> method.stepWorker(slot, true);
    }

    private static String leaverStep(WalkedMethod method) {
        return method.stepLeaver(0);
    }

    private static Arguments worker(String subject, WorkerSeams.WorkerMaker maker) {
        return Arguments.of(subject, Parts.of(WorkerSeams.reference().withNewWorker(maker)));
    }

    private static Arguments account(String subject, IntFunction<PoolAccount> maker) {
        return Arguments.of(subject, Parts.of(WorkerSeams.reference().withNewPoolAccount(maker)));
    }

    private static Arguments submitter(String subject, WorkerSeams.SubmitterMaker maker) {
        return Arguments.of(subject, Parts.of(WorkerSeams.reference().withNewSubmitter(maker)));
    }
}
