package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Guard and effect of each action, on states made by hand. An effect is compared as a whole: what it changes, and by that
 * also what it leaves alone.
 */
class ActionTest {
    private static final Bounds BOUNDS = Bounds.builder()
            .workers(3)
            .submitters(2)
            .ios(5)
            .ringSize(4)
            .maxBatch(3)
            .reloads(1, 1, 2, 3)
            .interrupts(1)
            .reopenFailures(1)
            .build();

    private static ProtocolState cold() {
        return Protocol.of(BOUNDS, Variant.REFERENCE).initial();
    }

    /** All workers wait and may be chosen; nothing is submitted. */
    private static ProtocolState warm() {
        return cold().with(draft -> {
            draft.idle(0b111);
            for (int w = 0; w < 3; w++) {
                draft.inUse(w, true);
                draft.point(w, WorkerPoint.AWAIT);
            }
        });
    }

    /** {@link #warm} with the I/Os 1 to {@code last} submitted and in the queue. */
    private static ProtocolState queued(int last) {
        return warm().with(draft -> {
            for (int io = 1; io <= last; io++) {
                draft.io(io, IoStatus.SUBMITTED);
                draft.insert(io);
            }
        });
    }

    private static void assertEffect(Variant variant, ProtocolState state, Action action, String... changes) {
        ProtocolState after = Protocol.of(BOUNDS, variant).step(state, action);
        assertEquals(List.of(changes), StateText.changes(state, after));
    }

    private static void assertEffect(ProtocolState state, Action action, String... changes) {
        assertEffect(Variant.REFERENCE, state, action, changes);
    }

    private static void leave(StateDraft draft, int count, int owes) {
        for (int leaver = 0; leaver < count; leaver++) {
            draft.addLeaver(owes);
        }
    }

    private static boolean isEnabled(ProtocolState state, Action action) {
        return action.isEnabled(state, Variant.REFERENCE);
    }

    private static void assertDisabled(ProtocolState state, Action action) {
        assertFalse(isEnabled(state, action), () -> action.text() + " can happen in " + state);
    }

    /** The action can happen at exactly these points of its worker, given that {@code set} holds too. */
    private static void assertEnabledOnlyAt(Action action, Consumer<StateDraft> set, Set<WorkerPoint> points) {
        for (WorkerPoint point : WorkerPoint.values()) {
            ProtocolState state = warm().with(draft -> {
                set.accept(draft);
                draft.point(0, point);
            });
            assertEquals(points.contains(point), isEnabled(state, action), () -> action.text() + " at " + point);
        }
    }

    @Nested
    class Submit {
        private final Action submitOne = new SubmitterAction.Submit(0, new Batch(1, 1));
        private final Action submitThree = new SubmitterAction.Submit(0, new Batch(1, 3));

        /** One worker is chosen for a batch, the lowest, and the batch enters the queue in its order. */
        @Test
        void apply_whenAllFits_thenInsertsAndChoosesTheLowestOnce() {
            assertEffect(
                    warm(),
                    submitThree,
                    "queue: <<>> -> <<1, 2, 3>>",
                    "idle: {0, 1, 2} -> {1, 2}",
                    "submitterPoint[0]: Ready -> SubmitSetLatch",
                    "submitterOwed[0]: None -> 0",
                    "io[1]: Unsubmitted -> Submitted",
                    "io[2]: Unsubmitted -> Submitted",
                    "io[3]: Unsubmitted -> Submitted");
        }

        /** What does not fit is left over, and the wakeup comes first. */
        @Test
        void apply_whenOnlyOneFits_thenRestIsLeftOverAndWakeupComesFirst() {
            ProtocolState state = queued(2).with(draft -> draft.idle(0b100));

            assertEffect(
                    state,
                    new SubmitterAction.Submit(1, new Batch(3, 3)),
                    "queue: <<1, 2>> -> <<1, 2, 3>>",
                    "idle: {2} -> {}",
                    "submitterPoint[1]: Ready -> SubmitSetLatch",
                    "submitterOwed[1]: None -> 2",
                    "leftover[1]: <<>> -> <<4, 5>>",
                    "io[3]: Unsubmitted -> Submitted",
                    "io[4]: Unsubmitted -> Submitted",
                    "io[5]: Unsubmitted -> Submitted");
        }

        /** Nothing fits: nobody is chosen, since nothing was inserted. */
        @Test
        void apply_whenQueueIsFull_thenNobodyIsChosen() {
            assertEffect(
                    queued(3),
                    new SubmitterAction.Submit(0, new Batch(4, 1)),
                    "submitterPoint[0]: Ready -> PerformSynchronously",
                    "leftover[0]: <<>> -> <<4>>",
                    "io[4]: Unsubmitted -> Submitted");
        }

        /** Nobody is idle: the submitter is ready at once. */
        @Test
        void apply_whenNobodyIsIdle_thenReadyAgain() {
            assertEffect(
                    warm().with(draft -> draft.idle(0)),
                    submitOne,
                    "queue: <<>> -> <<1>>",
                    "io[1]: Unsubmitted -> Submitted");
        }

        /** A null latch is skipped; the next inserted I/O is the next try. */
        @Test
        void apply_whenLowestSlotIsFree_thenNextIoTriesAgain() {
            ProtocolState stale = warm().with(draft -> {
                draft.inUse(0, false);
                draft.point(0, WorkerPoint.VACANT);
            });

            assertEffect(
                    stale,
                    submitOne,
                    "queue: <<>> -> <<1>>",
                    "idle: {0, 1, 2} -> {1, 2}",
                    "io[1]: Unsubmitted -> Submitted");
            assertEffect(
                    stale,
                    submitThree,
                    "queue: <<>> -> <<1, 2, 3>>",
                    "idle: {0, 1, 2} -> {2}",
                    "submitterPoint[0]: Ready -> SubmitSetLatch",
                    "submitterOwed[0]: None -> 1",
                    "io[1]: Unsubmitted -> Submitted",
                    "io[2]: Unsubmitted -> Submitted",
                    "io[3]: Unsubmitted -> Submitted");
        }

        /** Only a submitter that is ready submits, and only the next run of ids, as far as there are any. */
        @Test
        void isEnabled_whenNotReadyOrNotTheNextRun_thenFalse() {
            assertTrue(isEnabled(cold(), submitThree));
            assertDisabled(cold(), new SubmitterAction.Submit(0, new Batch(2, 1)));
            assertDisabled(queued(1), submitOne);
            assertDisabled(queued(3), new SubmitterAction.Submit(0, new Batch(4, 3)));
            for (SubmitterPoint point : EnumSet.complementOf(EnumSet.of(SubmitterPoint.READY))) {
                assertDisabled(cold().with(draft -> draft.submitterPoint(0, point)), submitOne);
            }
        }
    }

    @Nested
    class SubmitSetLatch {
        private final Action action = new SubmitterAction.SubmitSetLatch(1);

        private ProtocolState chosen(int leftovers) {
            return warm().with(draft -> {
                draft.submitterPoint(1, SubmitterPoint.SUBMIT_SET_LATCH);
                draft.submitterOwed(1, 2);
                for (int io = 1; io <= leftovers; io++) {
                    draft.leaveOver(1, io);
                }
            });
        }

        /** The chosen worker's latch is set, and the duty is done. */
        @Test
        void apply_whenNothingIsLeftOver_thenReady() {
            assertEffect(
                    chosen(0),
                    action,
                    "latch[2]: unset -> set",
                    "submitterPoint[1]: SubmitSetLatch -> Ready",
                    "submitterOwed[1]: 2 -> None");
        }

        /** What did not fit is performed after the wakeup. */
        @Test
        void apply_whenSomethingIsLeftOver_thenPerformsItNext() {
            assertEffect(
                    chosen(1),
                    action,
                    "latch[2]: unset -> set",
                    "submitterPoint[1]: SubmitSetLatch -> PerformSynchronously",
                    "submitterOwed[1]: 2 -> None");
        }

        /** A latch outlives its worker: the one of a slot that was released meanwhile is set all the same. */
        @Test
        void apply_whenSlotWasReleased_thenItsLatchIsSet() {
            ProtocolState left = chosen(0).with(draft -> {
                draft.inUse(2, false);
                draft.point(2, WorkerPoint.VACANT);
            });

            assertEffect(
                    left,
                    action,
                    "latch[2]: unset -> set",
                    "submitterPoint[1]: SubmitSetLatch -> Ready",
                    "submitterOwed[1]: 2 -> None");
        }

        /** Only who has chosen sets a latch. */
        @Test
        void isEnabled_whenElsewhere_thenFalse() {
            assertDisabled(warm(), action);
            assertDisabled(warm().with(draft -> draft.submitterPoint(1, SubmitterPoint.PERFORM_SYNCHRONOUSLY)), action);
        }
    }

    @Nested
    class PerformSynchronously {
        private final Action action = new SubmitterAction.PerformSynchronously(0);

        private ProtocolState leftOver(int leftovers) {
            return warm().with(draft -> {
                draft.submitterPoint(0, SubmitterPoint.PERFORM_SYNCHRONOUSLY);
                for (int io = 1; io <= leftovers; io++) {
                    draft.io(io, IoStatus.SUBMITTED);
                    draft.leaveOver(0, io);
                }
            });
        }

        /** The first completes; as long as there are more, the submitter stays. */
        @Test
        void apply_whenThereAreMore_thenStays() {
            assertEffect(leftOver(2), action, "leftover[0]: <<1, 2>> -> <<2>>", "io[1]: Submitted -> Ok");
        }

        /** After the last the submitter is ready. */
        @Test
        void apply_whenItIsTheLast_thenReady() {
            assertEffect(
                    leftOver(1),
                    action,
                    "submitterPoint[0]: PerformSynchronously -> Ready",
                    "leftover[0]: <<1>> -> <<>>",
                    "io[1]: Submitted -> Ok");
        }

        /** Nobody performs before the wakeup is delivered. */
        @Test
        void isEnabled_whenElsewhere_thenFalse() {
            assertDisabled(warm(), action);
            assertDisabled(leftOver(1).with(draft -> draft.submitterPoint(0, SubmitterPoint.SUBMIT_SET_LATCH)), action);
        }
    }

    @Nested
    class StartWorker {
        private final Action action = new PoolAction.StartWorker();

        /** One more is on the way. */
        @Test
        void apply_whenTooFewRun_thenOneStarts() {
            assertEffect(cold(), action, "starting: 0 -> 1");
        }

        /** Starting, registered and leaving workers all count. */
        @Test
        void isEnabled_whenAsManyRunAsWanted_thenFalse() {
            assertDisabled(warm(), action);
            assertDisabled(cold().with(draft -> draft.starting(3)), action);
            assertDisabled(cold().with(draft -> leave(draft, 3, 0)), action);
            assertDisabled(cold().with(draft -> leave(draft, 3, 0b010)), action);
            ProtocolState oneOfEach = cold().with(draft -> {
                draft.starting(1);
                draft.inUse(0, true);
                leave(draft, 1, WakeupTarget.NULL_LATCH_BIT);
            });
            assertDisabled(oneOfEach, action);
            assertTrue(isEnabled(oneOfEach.with(draft -> draft.starting(0)), action));
        }
    }

    @Nested
    class Register {
        private final ProtocolState oneStarting = warm().with(draft -> {
            draft.inUse(1, false);
            draft.point(1, WorkerPoint.VACANT);
            draft.idle(0b101);
            draft.exitRequested(1, true);
            draft.latch(1, true);
            draft.starting(1);
        });

        /** The worker may be chosen at once; the former worker's exit request is gone, its latch is not. */
        @Test
        void apply_whenSlotWasUsedBefore_thenRequestIsForgottenAndLatchIsKept() {
            assertEffect(
                    oneStarting,
                    new WorkerAction.Register(1),
                    "idle: {0, 2} -> {0, 1, 2}",
                    "inUse: {0, 2} -> {0, 1, 2}",
                    "point[1]: Vacant -> CheckInterrupts",
                    "exitRequested[1]: true -> false",
                    "starting: 1 -> 0");
        }

        /** Only the lowest free slot is taken, and only by a worker that was started. */
        @Test
        void isEnabled_whenNotTheLowestFreeSlotOrNobodyStarted_thenFalse() {
            assertDisabled(oneStarting.with(draft -> draft.starting(0)), new WorkerAction.Register(1));
            assertDisabled(oneStarting, new WorkerAction.Register(0));
            assertDisabled(oneStarting, new WorkerAction.Register(2));
            assertDisabled(
                    oneStarting.with(draft -> {
                        draft.inUse(2, false);
                        draft.point(2, WorkerPoint.VACANT);
                    }),
                    new WorkerAction.Register(2));
            assertDisabled(warm().with(draft -> draft.starting(1)), new WorkerAction.Register(2));
        }
    }

    @Nested
    class CheckInterrupts {
        private final Action action = new WorkerAction.CheckInterrupts(0);

        /** Without a request the worker goes on to look. */
        @Test
        void apply_whenNoExitIsRequested_thenLooks() {
            assertEffect(
                    warm().with(draft -> draft.point(0, WorkerPoint.CHECK_INTERRUPTS)),
                    action,
                    "point[0]: CheckInterrupts -> Look");
        }

        /** With a request it leaves. The request stays with the slot until somebody registers there. */
        @Test
        void apply_whenExitIsRequested_thenLeaves() {
            ProtocolState requested = warm().with(draft -> {
                draft.point(0, WorkerPoint.CHECK_INTERRUPTS);
                draft.exitRequested(0, true);
            });

            assertEffect(requested, action, "point[0]: CheckInterrupts -> Deregister");
        }

        /** Interrupts are served at one point of the loop and at no other: held from consume to completion. */
        @Test
        void isEnabled_whenElsewhere_thenFalse() {
            assertEnabledOnlyAt(
                    action, draft -> draft.exitRequested(0, true), EnumSet.of(WorkerPoint.CHECK_INTERRUPTS));
        }
    }

    @Nested
    class Consume {
        private final Action action = new WorkerAction.Consume(1);

        private ProtocolState looking(int depth, int idleBits) {
            return queued(depth).with(draft -> {
                draft.point(1, WorkerPoint.LOOK);
                draft.idle(idleBits);
            });
        }

        /** The oldest I/O is taken; nothing is left, so nobody is woken. */
        @Test
        void apply_whenItWasTheLast_thenWakesNobody() {
            assertEffect(
                    looking(1, 0b111),
                    action,
                    "queue: <<1>> -> <<>>",
                    "idle: {0, 1, 2} -> {0, 2}",
                    "point[1]: Look -> Reopen",
                    "hand[1]: none -> 1");
        }

        /** One I/O is left, so one peer is chosen: the lowest. */
        @Test
        void apply_whenOneIsLeft_thenChoosesOnePeer() {
            assertEffect(
                    looking(2, 0b111),
                    action,
                    "queue: <<1, 2>> -> <<2>>",
                    "idle: {0, 1, 2} -> {2}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<0>>");
        }

        /** Two are left, so two peers are chosen, lowest first. */
        @Test
        void apply_whenTwoAreLeft_thenChoosesTwoPeers() {
            assertEffect(
                    looking(3, 0b111),
                    action,
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {0, 1, 2} -> {}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<0, 2>>");
        }

        /** Fewer idle peers than I/Os left: as many as there are. */
        @Test
        void apply_whenFewerAreIdle_thenChoosesThose() {
            assertEffect(
                    looking(3, 0b100),
                    action,
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {2} -> {}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<2>>");
            assertEffect(
                    looking(3, 0),
                    action,
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "point[1]: Look -> Reopen",
                    "hand[1]: none -> 1");
        }

        /** The fan-out is a limit, and 0 wakes nobody. */
        @Test
        void apply_whenFanOutIsSmaller_thenChoosesFewer() {
            assertEffect(
                    Variant.REFERENCE.fanOut(1),
                    Protocol.of(BOUNDS, Variant.REFERENCE.fanOut(1)).initial().with(draft -> {
                        draft.inUse(0, true);
                        draft.inUse(1, true);
                        draft.point(1, WorkerPoint.LOOK);
                        draft.idle(0b11);
                        draft.insert(1);
                        draft.insert(2);
                        draft.insert(3);
                    }),
                    action,
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {0, 1} -> {}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<0>>");
        }

        /** A free slot's latch is null, and the worker owes it all the same. */
        @Test
        void apply_whenIdleSlotIsFree_thenOwesTheNullLatch() {
            ProtocolState stale = looking(3, 0b111).with(draft -> draft.inUse(0, false));

            assertEffect(
                    stale,
                    action,
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {0, 1, 2} -> {}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<NullLatch, 2>>");
        }

        /** There must be something to consume, and the worker must be looking. */
        @Test
        void isEnabled_whenQueueIsEmptyOrElsewhere_thenFalse() {
            assertDisabled(looking(0, 0b111), action);
            assertEnabledOnlyAt(new WorkerAction.Consume(0), draft -> draft.insert(1), EnumSet.of(WorkerPoint.LOOK));
        }
    }

    @Nested
    class MarkIdle {
        private final Action action = new WorkerAction.MarkIdle(0);

        /** The idle bit is set in the critical section that found the queue empty. */
        @Test
        void apply_whenQueueIsEmpty_thenMayBeChosen() {
            ProtocolState looking = warm().with(draft -> {
                draft.idle(0b010);
                draft.point(0, WorkerPoint.LOOK);
            });

            assertEffect(looking, action, "idle: {1} -> {0, 1}", "point[0]: Look -> Await");
        }

        /** With something queued a worker does not sleep. */
        @Test
        void isEnabled_whenSomethingIsQueuedOrElsewhere_thenFalse() {
            assertDisabled(queued(1).with(draft -> draft.point(0, WorkerPoint.LOOK)), action);
            assertEnabledOnlyAt(action, draft -> {}, EnumSet.of(WorkerPoint.LOOK));
        }
    }

    @Nested
    class WakePeer {
        private final Action action = new WorkerAction.WakePeer(0);

        private ProtocolState owing(int... targets) {
            return warm().with(draft -> {
                draft.point(0, WorkerPoint.WAKE_PEER);
                for (int target : targets) {
                    draft.owe(0, target);
                }
            });
        }

        /** Two latches are two steps. */
        @Test
        void apply_whenTwoAreOwed_thenSetsTheFirstAndStays() {
            assertEffect(owing(1, 2), action, "owed[0]: <<1, 2>> -> <<2>>", "latch[1]: unset -> set");
        }

        /** After the last the worker turns to its I/O. */
        @Test
        void apply_whenOneIsOwed_thenGoesOnToReopen() {
            assertEffect(
                    owing(2),
                    action,
                    "point[0]: WakePeer -> Reopen",
                    "owed[0]: <<2>> -> <<>>",
                    "latch[2]: unset -> set");
        }

        /** Setting a null latch is a crash: there is no step. */
        @Test
        void isEnabled_whenNullLatchIsOwed_thenFalse() {
            assertDisabled(owing(WakeupTarget.NULL_LATCH), action);
            assertTrue(isEnabled(owing(1, WakeupTarget.NULL_LATCH), action));
        }

        /** Nobody wakes a peer at another point. */
        @Test
        void isEnabled_whenElsewhere_thenFalse() {
            assertEnabledOnlyAt(action, draft -> draft.owe(0, 1), EnumSet.of(WorkerPoint.WAKE_PEER));
        }
    }

    @Nested
    class WithIoInHand {
        private ProtocolState holding(WorkerPoint point) {
            return warm().with(draft -> {
                draft.io(1, IoStatus.SUBMITTED);
                draft.hand(0, 1);
                draft.point(0, point);
            });
        }

        /** A reopen that works leads to the I/O itself. */
        @Test
        void reopen_whenItWorks_thenPerforms() {
            Action reopen = new WorkerAction.Reopen(0);

            assertEffect(holding(WorkerPoint.REOPEN), reopen, "point[0]: Reopen -> Perform");
            assertEnabledOnlyAt(reopen, draft -> draft.hand(0, 1), EnumSet.of(WorkerPoint.REOPEN));
        }

        /** A reopen fails as long as the budget lasts, and spends it. */
        @Test
        void reopenFail_whenBudgetLasts_thenSpendsIt() {
            Action fail = new WorkerAction.ReopenFail(0);

            assertEffect(
                    holding(WorkerPoint.REOPEN), fail, "point[0]: Reopen -> CompleteFailed", "reopenFailures: 0 -> 1");
            assertEnabledOnlyAt(fail, draft -> draft.hand(0, 1), EnumSet.of(WorkerPoint.REOPEN));
            assertDisabled(holding(WorkerPoint.REOPEN).with(draft -> draft.reopenFailures(1)), fail);
        }

        /** Performing completes the I/O and empties the hand in one step. */
        @Test
        void perform_whenReopened_thenCompletes() {
            Action perform = new WorkerAction.Perform(0);

            assertEffect(
                    holding(WorkerPoint.PERFORM),
                    perform,
                    "point[0]: Perform -> CheckInterrupts",
                    "hand[0]: 1 -> none",
                    "io[1]: Submitted -> Ok");
            assertEnabledOnlyAt(perform, draft -> draft.hand(0, 1), EnumSet.of(WorkerPoint.PERFORM));
        }

        /** A failure completes the I/O, and costs the worker. */
        @Test
        void completeFailed_whenReopenFailed_thenCompletesAndLeaves() {
            Action complete = new WorkerAction.CompleteFailed(0);

            assertEffect(
                    holding(WorkerPoint.COMPLETE_FAILED),
                    complete,
                    "point[0]: CompleteFailed -> Deregister",
                    "hand[0]: 1 -> none",
                    "io[1]: Submitted -> Enoent");
            assertEnabledOnlyAt(complete, draft -> draft.hand(0, 1), EnumSet.of(WorkerPoint.COMPLETE_FAILED));
        }
    }

    @Nested
    class Latch {
        private final Action await = new WorkerAction.Await(0);
        private final Action reset = new WorkerAction.ResetLatch(0);

        /** The wait ends when the latch is set; the latch stays set. */
        @Test
        void await_whenLatchIsSet_thenStopsWaiting() {
            assertEffect(warm().with(draft -> draft.latch(0, true)), await, "point[0]: Await -> ResetLatch");
            assertEnabledOnlyAt(await, draft -> draft.latch(0, true), EnumSet.of(WorkerPoint.AWAIT));
        }

        /** A waiting worker does nothing by itself: another's latch and a queued I/O do not wake it. */
        @Test
        void await_whenOwnLatchIsUnset_thenDisabled() {
            assertDisabled(queued(1).with(draft -> draft.latch(1, true)), await);
        }

        /** The latch is reset before anything is looked at. */
        @Test
        void resetLatch_whenWoken_thenLooksAfterwards() {
            ProtocolState woken = warm().with(draft -> {
                draft.latch(0, true);
                draft.point(0, WorkerPoint.RESET_LATCH);
            });

            assertEffect(woken, reset, "latch[0]: set -> unset", "point[0]: ResetLatch -> CheckInterrupts");
            assertEnabledOnlyAt(reset, draft -> draft.latch(0, true), EnumSet.of(WorkerPoint.RESET_LATCH));
        }
    }

    @Nested
    class Deregister {
        private final Action action = new WorkerAction.Deregister(0);

        private ProtocolState leaving(int depth) {
            return queued(depth).with(draft -> draft.point(0, WorkerPoint.DEREGISTER));
        }

        /** With nothing queued the worker owes nobody anything. */
        @Test
        void apply_whenQueueIsEmpty_thenOwesNothing() {
            assertEffect(
                    leaving(0),
                    action,
                    "idle: {0, 1, 2} -> {1, 2}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{}>>");
        }

        /** With I/Os queued it owes the lowest of the others a wakeup. */
        @Test
        void apply_whenSomethingIsQueued_thenHandsOver() {
            assertEffect(
                    leaving(2),
                    action,
                    "idle: {0, 1, 2} -> {2}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{1}>>");
        }

        /** Nobody else is idle: nothing is owed. */
        @Test
        void apply_whenNobodyElseIsIdle_thenOwesNothing() {
            assertEffect(
                    leaving(1).with(draft -> draft.idle(0b001)),
                    action,
                    "idle: {0} -> {}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{}>>");
        }

        /** Fault A leaves the worker's own bit; it is not among those that the hand-over chooses from. */
        @Test
        void apply_whenFaultA_thenOwnBitStays() {
            assertEffect(
                    Variant.SEED_A,
                    leaving(1),
                    action,
                    "idle: {0, 1, 2} -> {0, 2}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{1}>>");
        }

        /** Under fault A the hand-over may choose a slot that is free, and owes the null latch. */
        @Test
        void apply_whenFaultAAndChosenSlotIsFree_thenOwesTheNullLatch() {
            ProtocolState stale = leaving(1).with(draft -> {
                draft.inUse(1, false);
                draft.point(1, WorkerPoint.VACANT);
            });

            assertEffect(
                    Variant.SEED_A,
                    stale,
                    action,
                    "idle: {0, 1, 2} -> {0, 2}",
                    "inUse: {0, 2} -> {2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{NullLatch}>>");
        }

        /** Fault B owes nothing, whatever is queued. */
        @Test
        void apply_whenFaultB_thenWakesNobody() {
            assertEffect(
                    Variant.SEED_B,
                    leaving(2),
                    action,
                    "idle: {0, 1, 2} -> {1, 2}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{}>>");
        }

        /** Nobody releases a slot at another point. */
        @Test
        void isEnabled_whenElsewhere_thenFalse() {
            assertEnabledOnlyAt(action, draft -> draft.exitRequested(0, true), EnumSet.of(WorkerPoint.DEREGISTER));
        }
    }

    @Nested
    class Leavers {
        /** A leaver sets the latch that it owes, and then owes nothing. */
        @Test
        void handOver_whenOwed_thenSetsTheLatch() {
            ProtocolState owing = warm().with(draft -> leave(draft, 2, 0b100));

            assertEffect(
                    owing,
                    new LeaverAction.HandOver(0b100),
                    "latch[2]: unset -> set",
                    "leavers: <<{2}, {2}>> -> <<{}, {2}>>");
            assertDisabled(owing, new LeaverAction.HandOver(0b010));
        }

        /** A leaver that owes nothing ends; one that owes something does not. */
        @Test
        void exitWorker_whenNothingIsOwed_thenEnds() {
            Action exit = new LeaverAction.ExitWorker();

            assertEffect(warm().with(draft -> leave(draft, 2, 0)), exit, "leavers: <<{}, {}>> -> <<{}>>");
            assertDisabled(warm().with(draft -> leave(draft, 1, 0b010)), exit);
            assertDisabled(warm().with(draft -> leave(draft, 1, WakeupTarget.NULL_LATCH_BIT)), exit);
        }
    }

    /** What the policies other than the reference's do. */
    @Nested
    class Variants {
        private ProtocolState at(WorkerPoint point, int depth) {
            return queued(depth).with(draft -> {
                draft.point(0, point);
                draft.idle(0b110);
            });
        }

        /** Exact accounting: whoever is under way will take an I/O, so that much fewer are woken, and the mark is cleared. */
        @Test
        void consume_whenExact_thenSparesWhatIsUnderWay() {
            assertEffect(
                    Variant.EXACT,
                    at(WorkerPoint.LOOK, 3).with(draft -> {
                        draft.underWay(0b101);
                        draft.idle(0b010);
                    }),
                    new WorkerAction.Consume(0),
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {1} -> {}",
                    "point[0]: Look -> WakePeer",
                    "hand[0]: none -> 1",
                    "owed[0]: <<>> -> <<1>>",
                    "underWay: {0, 2} -> {1, 2}");
        }

        /** Exact accounting: a submitter marks whom it chose, a look and an exit clear the mark. */
        @Test
        void marks_whenExact_thenFromChoiceToLookOrExit() {
            assertEffect(
                    Variant.EXACT,
                    warm(),
                    new SubmitterAction.Submit(0, new Batch(1, 1)),
                    "queue: <<>> -> <<1>>",
                    "idle: {0, 1, 2} -> {1, 2}",
                    "submitterPoint[0]: Ready -> SubmitSetLatch",
                    "submitterOwed[0]: None -> 0",
                    "io[1]: Unsubmitted -> Submitted",
                    "underWay: {} -> {0}");
            assertEffect(
                    Variant.EXACT,
                    at(WorkerPoint.LOOK, 0).with(draft -> draft.underWay(0b001)),
                    new WorkerAction.MarkIdle(0),
                    "idle: {1, 2} -> {0, 1, 2}",
                    "point[0]: Look -> Await",
                    "underWay: {0} -> {}");
            assertEffect(
                    Variant.EXACT,
                    at(WorkerPoint.DEREGISTER, 1).with(draft -> draft.underWay(0b001)),
                    new WorkerAction.Deregister(0),
                    "idle: {1, 2} -> {2}",
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{1}>>",
                    "underWay: {0} -> {1}");
        }

        /** PostgreSQL 19: a worker wakes one higher than itself, or nobody though it could. */
        @Test
        void consume_whenDamped_thenOneHigherOrNobody() {
            ProtocolState middle = queued(3).with(draft -> draft.point(1, WorkerPoint.LOOK));
            assertEffect(
                    Variant.POSTGRES_19,
                    middle,
                    new WorkerAction.Consume(1),
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {0, 1, 2} -> {0}",
                    "point[1]: Look -> WakePeer",
                    "hand[1]: none -> 1",
                    "owed[1]: <<>> -> <<2>>");
            assertEffect(
                    Variant.POSTGRES_19,
                    middle,
                    new WorkerAction.ConsumeQuietly(1),
                    "queue: <<1, 2, 3>> -> <<2, 3>>",
                    "idle: {0, 1, 2} -> {0, 2}",
                    "point[1]: Look -> Reopen",
                    "hand[1]: none -> 1");
            ProtocolState highest = queued(3).with(draft -> draft.point(2, WorkerPoint.LOOK));
            assertFalse(new WorkerAction.ConsumeQuietly(2).isEnabled(highest, Variant.POSTGRES_19));
        }

        /** PostgreSQL 19: the lock is busy, and the whole batch is left over. */
        @Test
        void submitSynchronously_whenTheLockIsBusy_thenAllIsLeftOver() {
            Action submit = new SubmitterAction.SubmitSynchronously(0, new Batch(1, 2));
            assertEffect(
                    Variant.POSTGRES_19,
                    warm(),
                    submit,
                    "submitterPoint[0]: Ready -> PerformSynchronously",
                    "leftover[0]: <<>> -> <<1, 2>>",
                    "io[1]: Unsubmitted -> Submitted",
                    "io[2]: Unsubmitted -> Submitted");
            assertFalse(submit.isEnabled(queued(1), Variant.POSTGRES_19));
        }

        /** PostgreSQL 19: every peer is owed, idle or not, whatever is queued; the lowest is set first. */
        @Test
        void deregister_whenAllPeersAreWoken_thenOwesEachOfThem() {
            ProtocolState leaving = at(WorkerPoint.DEREGISTER, 0).with(draft -> draft.idle(0b010));
            assertEffect(
                    Variant.POSTGRES_19,
                    leaving,
                    new WorkerAction.Deregister(0),
                    "inUse: {0, 1, 2} -> {1, 2}",
                    "point[0]: Deregister -> Vacant",
                    "leavers: <<>> -> <<{1, 2}>>");
            assertEffect(
                    Variant.POSTGRES_19,
                    warm().with(draft -> leave(draft, 2, 0b110)),
                    new LeaverAction.HandOver(0b110),
                    "latch[1]: unset -> set",
                    "leavers: <<{1, 2}, {1, 2}>> -> <<{2}, {1, 2}>>");
            assertEquals("HandOver({1, 2})", new LeaverAction.HandOver(0b110).text());
        }

        /** Fault C: the interrupted worker leaves with the I/O; it cannot fail instead. A shutdown request does not do that. */
        @Test
        void reopen_whenFaultCAndInterrupted_thenTheIoIsGone() {
            ProtocolState holding = warm().with(draft -> {
                draft.io(1, IoStatus.SUBMITTED);
                draft.hand(0, 1);
                draft.point(0, WorkerPoint.REOPEN);
            });
            ProtocolState interrupted = Protocol.of(BOUNDS, Variant.SEED_C).step(holding, new PoolAction.Interrupt(0));
            assertTrue(interrupted.isExitRequested(0));
            assertEffect(
                    Variant.SEED_C,
                    interrupted,
                    new WorkerAction.Reopen(0),
                    "point[0]: Reopen -> Deregister",
                    "hand[0]: 1 -> none");
            assertFalse(new WorkerAction.ReopenFail(0).isEnabled(interrupted, Variant.SEED_C));
            assertEffect(
                    Variant.SEED_C,
                    holding.with(draft -> draft.exitRequested(0, true)),
                    new WorkerAction.Reopen(0),
                    "point[0]: Reopen -> Perform");
        }

        /** Fault D: as many slots are looked at as the pool is to have now; a worker that finds none ends. */
        @Test
        void register_whenFaultD_thenOnlyTheScannedSlots() {
            ProtocolState shrunk = cold().with(draft -> {
                draft.starting(1);
                draft.target(1);
                draft.inUse(0, true);
                draft.point(0, WorkerPoint.AWAIT);
            });
            assertFalse(new WorkerAction.Register(1).isEnabled(shrunk, Variant.SEED_D));
            assertEffect(
                    Variant.SEED_D,
                    shrunk,
                    new PoolAction.RegisterFail(),
                    "starting: 1 -> 0",
                    "leavers: <<>> -> <<{}>>");
            assertTrue(new WorkerAction.Register(1).isEnabled(shrunk, Variant.REFERENCE));
            assertFalse(new PoolAction.RegisterFail().isEnabled(shrunk.with(draft -> draft.target(2)), Variant.SEED_D));
        }

        /** Fault E: an interrupt waits for the next wait, a shutdown request does not. */
        @Test
        void checkInterrupts_whenFaultE_thenInterruptsCountAfterAWaitOnly() {
            Protocol seed = Protocol.of(BOUNDS, Variant.SEED_E);
            ProtocolState asked = seed.step(at(WorkerPoint.CHECK_INTERRUPTS, 0), new PoolAction.Interrupt(0));
            Action check = new WorkerAction.CheckInterrupts(0);
            assertFalse(asked.isExitRequested(0));
            assertEffect(Variant.SEED_E, asked, check, "point[0]: CheckInterrupts -> Look");
            ProtocolState woken = asked.with(draft -> draft.point(0, WorkerPoint.RESET_LATCH));
            assertEffect(
                    Variant.SEED_E,
                    woken,
                    new WorkerAction.ResetLatch(0),
                    "latch[0]: set -> unset",
                    "point[0]: ResetLatch -> CheckInterrupts",
                    "waited: {} -> {0}");
            assertEffect(
                    Variant.SEED_E,
                    seed.step(woken, new WorkerAction.ResetLatch(0)),
                    check,
                    "point[0]: CheckInterrupts -> Deregister",
                    "waited: {0} -> {}");
            assertFalse(new PoolAction.Interrupt(0).isEnabled(asked, Variant.SEED_E));
            assertEffect(
                    Variant.SEED_E,
                    at(WorkerPoint.CHECK_INTERRUPTS, 0).with(draft -> draft.exitRequested(0, true)),
                    check,
                    "point[0]: CheckInterrupts -> Deregister");
        }
    }

    /** Sessions close, then the instance. */
    @Nested
    class Close {
        private final Protocol protocol = Protocol.of(CheckedBounds.CLOSE.bounds(), Variant.REFERENCE);
        private final Action closeFirst = new SubmitterAction.CloseSession(0);
        private final Action closeInstance = new PoolAction.Reload(0);
        private final ProtocolState submitted =
                protocol.step(protocol.initial(), new SubmitterAction.Submit(0, new Batch(1, 1)));

        /** A session waits for its own I/Os, and for nobody else's; a closed one submits nothing. */
        @Test
        void closeSession_whenItsIosAreComplete_thenClosed() {
            assertFalse(protocol.enabled(submitted).contains(closeFirst));
            assertTrue(protocol.enabled(submitted).contains(new SubmitterAction.CloseSession(1)));
            ProtocolState completed = submitted.with(draft -> draft.io(1, IoStatus.ENOENT));

            ProtocolState closed = protocol.step(completed, closeFirst);

            assertEquals(
                    List.of("submitterPoint[0]: Ready -> Closed", "issued[0]: {1} -> {}"),
                    StateText.changes(completed, closed));
            assertFalse(protocol.enabled(closed).contains(new SubmitterAction.Submit(0, new Batch(2, 1))));
        }

        /** The instance closes when every session has, for good, and costs no reload. */
        @Test
        void reload_whenEverySessionIsClosed_thenFinal() {
            ProtocolState one = protocol.step(protocol.initial(), closeFirst);
            assertFalse(protocol.enabled(one).contains(closeInstance));
            ProtocolState both = protocol.step(one, new SubmitterAction.CloseSession(1));

            ProtocolState closing = protocol.step(both, closeInstance);

            assertEquals(List.of("target: 2 -> 0"), StateText.changes(both, closing));
            assertEquals(List.of(), protocol.enabled(closing));
        }
    }

    @Nested
    class Requests {
        private final ProtocolState tooMany = warm().with(draft -> draft.target(2));

        /** A shutdown request comes with a set latch, so that a waiting worker sees it. */
        @Test
        void requestShutdown_whenTooManyRun_thenRequestsAndWakes() {
            assertEffect(
                    tooMany,
                    new PoolAction.RequestShutdown(1),
                    "latch[1]: unset -> set",
                    "exitRequested[1]: false -> true");
        }

        /** One at a time: not while somebody is asked or on the way out, and only registered workers. */
        @Test
        void requestShutdown_whenNotTooManyOrOneIsLeaving_thenDisabled() {
            Action request = new PoolAction.RequestShutdown(1);

            assertDisabled(warm(), request);
            assertDisabled(tooMany.with(draft -> draft.exitRequested(0, true)), request);
            assertDisabled(tooMany.with(draft -> draft.exitRequested(1, true)), request);
            assertDisabled(tooMany.with(draft -> leave(draft, 1, 0)), request);
            assertDisabled(tooMany.with(draft -> leave(draft, 1, 0b001)), request);
            ProtocolState released = tooMany.with(draft -> {
                draft.inUse(1, false);
                draft.starting(1);
            });
            assertDisabled(released, request);
            assertTrue(isEnabled(released, new PoolAction.RequestShutdown(0)));
        }

        /** The request that a worker has taken with it when it left is nobody's: it does not hold up the next one. */
        @Test
        void requestShutdown_whenRequestIsOfAFreeSlot_thenEnabled() {
            ProtocolState stale = tooMany.with(draft -> {
                draft.inUse(0, false);
                draft.exitRequested(0, true);
                draft.target(1);
            });

            assertTrue(isEnabled(stale, new PoolAction.RequestShutdown(1)));
        }

        /** An interrupt is a request too, and spends the budget. */
        @Test
        void interrupt_whenRegistered_thenRequestsAndWakes() {
            Action interrupt = new PoolAction.Interrupt(2);

            assertEffect(
                    warm(),
                    interrupt,
                    "latch[2]: unset -> set",
                    "exitRequested[2]: false -> true",
                    "interrupts: 0 -> 1");
            assertDisabled(cold(), interrupt);
            assertDisabled(warm().with(draft -> draft.exitRequested(2, true)), interrupt);
            assertDisabled(warm().with(draft -> draft.interrupts(1)), interrupt);
            assertTrue(isEnabled(warm().with(draft -> draft.exitRequested(0, true)), interrupt));
        }

        /** A reload sets another size, and spends the budget. */
        @Test
        void reload_whenSizeDiffers_thenSetsIt() {
            assertEffect(warm(), new PoolAction.Reload(2), "target: 3 -> 2", "reloads: 0 -> 1");
            assertDisabled(warm(), new PoolAction.Reload(3));
            assertDisabled(warm().with(draft -> draft.reloads(1)), new PoolAction.Reload(2));
        }
    }
}
