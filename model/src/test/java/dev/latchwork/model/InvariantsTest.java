package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each invariant can fail: each clause of it is violated by a state made by hand, and by nothing else in that state. */
class InvariantsTest {
    private static final Bounds BOUNDS = Bounds.builder()
            .start(Start.WARM)
            .workers(3)
            .submitters(2)
            .ios(5)
            .ringSize(4)
            .maxBatch(3)
            .reloads(1, 1, 3)
            .build();

    /** Three workers wait and may be chosen. */
    private final ProtocolState warm = Protocol.of(BOUNDS, Variant.REFERENCE).initial();

    private static void assertViolated(List<Invariant> expected, ProtocolState state, Variant variant) {
        List<Invariant> violated = new ArrayList<>(Invariants.ALL);
        violated.removeIf(invariant -> invariant.holds(state, variant));
        assertEquals(expected, violated, state.toString());
    }

    private void assertViolated(List<Invariant> expected, Consumer<StateDraft> changes) {
        assertViolated(expected, warm.with(changes), Variant.REFERENCE);
    }

    private static void queue(StateDraft draft, int... ios) {
        for (int io : ios) {
            draft.io(io, IoStatus.SUBMITTED);
            draft.insert(io);
        }
    }

    /** The start has all invariants. */
    @Test
    void holds_whenWarm_thenAll() {
        assertViolated(List.of(), draft -> {});
    }

    /** One worker more than the largest pool, a size that nobody set, an agent that holds what its point denies. */
    @Test
    void typeOk_whenAClauseIsBroken_thenViolated() {
        List<Invariant> typeOk = List.of(Invariants.TYPE_OK);
        assertViolated(typeOk, draft -> draft.starting(1));
        assertViolated(typeOk, draft -> draft.addLeaver(0));
        assertViolated(typeOk, draft -> draft.target(2));
        assertViolated(typeOk, draft -> draft.point(0, WorkerPoint.VACANT));
        assertViolated(typeOk, draft -> draft.point(0, WorkerPoint.PERFORM));
        assertViolated(typeOk, draft -> draft.owe(0, 1));
        assertViolated(typeOk, draft -> {
            draft.io(1, IoStatus.SUBMITTED);
            draft.hand(0, 1);
        });
        assertViolated(typeOk, draft -> draft.submitterOwed(0, 1));
        assertViolated(typeOk, draft -> draft.submitterOwed(0, WakeupTarget.NULL_LATCH));
        assertViolated(typeOk, draft -> draft.submitterPoint(0, SubmitterPoint.SUBMIT_SET_LATCH));
        assertViolated(typeOk, draft -> draft.submitterPoint(1, SubmitterPoint.PERFORM_SYNCHRONOUSLY));
        assertViolated(typeOk, draft -> {
            draft.io(1, IoStatus.SUBMITTED);
            draft.leaveOver(0, 1);
        });
    }

    /** Three fit into a ring of 4, four do not. */
    @Test
    void depthInBounds_whenTheLastSlotIsUsed_thenViolated() {
        Consumer<StateDraft> awake = draft -> draft.point(0, WorkerPoint.LOOK);
        assertViolated(List.of(), awake.andThen(draft -> queue(draft, 1, 2, 3)));
        assertViolated(List.of(Invariants.DEPTH_IN_BOUNDS), awake.andThen(draft -> queue(draft, 1, 2, 3, 4)));
    }

    /** An I/O that is nowhere, in two places of one kind, in places of two kinds, or somewhere without being submitted. */
    @Test
    void conservation_whenAnIoIsNotInExactlyOnePlace_thenViolated() {
        List<Invariant> conservation = List.of(Invariants.CONSERVATION);
        Consumer<StateDraft> performing = draft -> {
            draft.io(1, IoStatus.SUBMITTED);
            draft.hand(0, 1);
            draft.point(0, WorkerPoint.PERFORM);
            draft.point(1, WorkerPoint.LOOK);
        };
        Consumer<StateDraft> falling = draft -> {
            draft.leaveOver(0, 1);
            draft.submitterPoint(0, SubmitterPoint.PERFORM_SYNCHRONOUSLY);
        };
        assertViolated(List.of(), performing);
        assertViolated(conservation, draft -> draft.io(1, IoStatus.SUBMITTED));
        assertViolated(conservation, performing.andThen(draft -> draft.insert(1)));
        assertViolated(conservation, performing.andThen(falling));
        assertViolated(conservation, performing.andThen(draft -> {
            draft.hand(2, 1);
            draft.point(2, WorkerPoint.PERFORM);
        }));
        assertViolated(conservation, performing.andThen(draft -> {
            queue(draft, 2);
            draft.insert(2);
        }));
        assertViolated(conservation, performing.andThen(draft -> draft.io(1, IoStatus.OK)));
        assertViolated(conservation, performing.andThen(draft -> draft.io(1, IoStatus.ENOENT)));
        assertViolated(conservation, performing.andThen(draft -> draft.io(1, IoStatus.UNSUBMITTED)));
        // Two wrongs, one I/O lost and one in two places, do not make the numbers right.
        assertViolated(conservation, performing.andThen(draft -> {
            draft.io(2, IoStatus.SUBMITTED);
            draft.insert(1);
        }));
    }

    /** An idle bit on a free slot. */
    @Test
    void idleOnlyRegistered_whenBitOutlivesItsWorker_thenViolated() {
        assertViolated(List.of(Invariants.IDLE_ONLY_REGISTERED), draft -> {
            draft.inUse(1, false);
            draft.point(1, WorkerPoint.VACANT);
        });
    }

    /** A worker or a leaver that owes the null latch, the worker also when it is not the first that it owes. */
    @Test
    void noNullLatch_whenWorkerOrLeaverOwesIt_thenViolated() {
        List<Invariant> noNullLatch = List.of(Invariants.NO_NULL_LATCH);
        assertViolated(noNullLatch, draft -> {
            draft.inUse(2, false);
            draft.point(2, WorkerPoint.VACANT);
            draft.idle(0b011);
            draft.addLeaver(WakeupTarget.NULL_LATCH_BIT);
        });
        assertViolated(noNullLatch, draft -> {
            draft.io(1, IoStatus.SUBMITTED);
            draft.hand(0, 1);
            draft.point(0, WorkerPoint.WAKE_PEER);
            draft.owe(0, 1);
            draft.owe(0, WakeupTarget.NULL_LATCH);
        });
    }

    /** A slot beyond those allocated is no place for a worker; the reference allocates all. */
    @Test
    void slotsAreAllocated_whenPoolHasGrown_thenDependsOnTheSlots() {
        ProtocolState grown = Protocol.of(CheckedBounds.GROWS.bounds(), Variant.REFERENCE)
                .initial()
                .with(draft -> draft.inUse(1, true));

        assertTrue(Invariants.SLOTS_ARE_ALLOCATED.holds(grown, Variant.REFERENCE));
        assertFalse(Invariants.SLOTS_ARE_ALLOCATED.holds(grown, Variant.SEED_D));
    }

    /** Nothing queued, nothing in hand, nobody open: each clause of the close on its own. */
    @Test
    void closesEmpty_whenAClauseIsBroken_thenViolated() {
        ProtocolState closing = Protocol.of(CheckedBounds.CLOSE.bounds(), Variant.REFERENCE)
                .initial()
                .with(draft -> {
                    draft.target(0);
                    draft.submitterPoint(0, SubmitterPoint.CLOSED);
                    draft.submitterPoint(1, SubmitterPoint.CLOSED);
                });
        Consumer<StateDraft> queued = draft -> draft.insert(1);
        Consumer<StateDraft> inHand = draft -> draft.hand(1, 1);
        Consumer<StateDraft> leftOver = draft -> draft.leaveOver(1, 1);
        Consumer<StateDraft> open = draft -> draft.submitterPoint(1, SubmitterPoint.READY);

        assertTrue(Invariants.CLOSES_EMPTY.holds(closing, Variant.REFERENCE));
        for (Consumer<StateDraft> change : List.of(queued, inHand, leftOver, open)) {
            assertFalse(Invariants.CLOSES_EMPTY.holds(closing.with(change), Variant.REFERENCE));
            assertTrue(Invariants.CLOSES_EMPTY.holds(
                    closing.with(change.andThen(draft -> draft.target(2))), Variant.REFERENCE));
        }
    }

    /** What only some variants keep is empty in the reference. */
    @Test
    void typeOk_whenReferenceKeepsWhatItDoesNotRead_thenViolated() {
        assertViolated(List.of(Invariants.TYPE_OK), draft -> draft.underWay(0b001));
        assertViolated(List.of(Invariants.TYPE_OK), draft -> draft.interrupted(0, true));
        assertViolated(List.of(Invariants.TYPE_OK), draft -> draft.waited(0, true));
    }

    /** All wait beside a queued I/O; a set latch or any kind of owed wakeup helps, but only to one who waits. */
    @Test
    void noLostWakeup_whenEverybodySleeps_thenViolated() {
        Consumer<StateDraft> asleep = draft -> {
            queue(draft, 1);
            draft.idle(0);
        };
        assertViolated(List.of(Invariants.NO_LOST_WAKEUP), asleep);
        assertViolated(List.of(), asleep.andThen(draft -> draft.latch(2, true)));
        assertViolated(List.of(), asleep.andThen(draft -> draft.point(2, WorkerPoint.RESET_LATCH)));
        assertViolated(List.of(), asleep.andThen(draft -> {
            draft.submitterPoint(1, SubmitterPoint.SUBMIT_SET_LATCH);
            draft.submitterOwed(1, 2);
        }));
        Consumer<StateDraft> oneLeft = asleep.andThen(draft -> {
            draft.inUse(2, false);
            draft.point(2, WorkerPoint.VACANT);
        });
        assertViolated(List.of(Invariants.NO_LOST_WAKEUP), oneLeft);
        assertViolated(List.of(Invariants.NO_LOST_WAKEUP), oneLeft.andThen(draft -> draft.latch(2, true)));
        assertViolated(List.of(Invariants.NO_LOST_WAKEUP), oneLeft.andThen(draft -> draft.addLeaver(0)));
        assertViolated(List.of(), oneLeft.andThen(draft -> draft.addLeaver(0b001)));
        assertViolated(List.of(Invariants.NO_LOST_WAKEUP), oneLeft.andThen(draft -> {
            draft.submitterPoint(1, SubmitterPoint.SUBMIT_SET_LATCH);
            draft.submitterOwed(1, 2);
        }));
    }

    /** Somebody may be chosen while others work and nobody comes for the queue. */
    @Test
    void workConserving_whenNobodyIsOnTheWay_thenViolated() {
        List<Invariant> workConserving = List.of(Invariants.WORK_CONSERVING);
        Consumer<StateDraft> oneWorks = draft -> {
            queue(draft, 1, 2);
            draft.consume();
            draft.hand(0, 1);
            draft.point(0, WorkerPoint.REOPEN);
            draft.idle(0b110);
        };
        assertViolated(workConserving, oneWorks);
        assertViolated(workConserving, oneWorks.andThen(draft -> draft.point(0, WorkerPoint.PERFORM)));
        assertViolated(workConserving, oneWorks.andThen(draft -> draft.point(0, WorkerPoint.COMPLETE_FAILED)));
        assertViolated(List.of(), oneWorks.andThen(draft -> draft.idle(0)));
        for (WorkerPoint point : List.of(
                WorkerPoint.RESET_LATCH, WorkerPoint.CHECK_INTERRUPTS, WorkerPoint.LOOK, WorkerPoint.DEREGISTER)) {
            assertViolated(List.of(), oneWorks.andThen(draft -> draft.point(1, point)));
        }
        assertViolated(List.of(), oneWorks.andThen(draft -> draft.latch(1, true)));
        assertViolated(workConserving, oneWorks.andThen(draft -> draft.latch(0, true)));
        assertViolated(List.of(), oneWorks.andThen(draft -> {
            draft.point(0, WorkerPoint.WAKE_PEER);
            draft.owe(0, 1);
        }));
        assertViolated(workConserving, oneWorks.andThen(draft -> {
            draft.point(0, WorkerPoint.WAKE_PEER);
            draft.owe(0, 0);
        }));
    }

    /** A worker that must leave counts only where it hands over. */
    @Test
    void workConserving_whenTheOnlyOneOnTheWayMustLeave_thenDependsOnTheHandOver() {
        ProtocolState leaving = warm.with(draft -> {
            queue(draft, 1);
            draft.idle(0b110);
            draft.point(0, WorkerPoint.DEREGISTER);
        });
        ProtocolState asked = leaving.with(draft -> {
            draft.point(0, WorkerPoint.CHECK_INTERRUPTS);
            draft.exitRequested(0, true);
        });
        ProtocolState notAsked = asked.with(draft -> draft.exitRequested(0, false));

        assertViolated(List.of(), leaving, Variant.REFERENCE);
        assertViolated(List.of(), asked, Variant.REFERENCE);
        assertViolated(List.of(Invariants.WORK_CONSERVING), leaving, Variant.SEED_B);
        assertViolated(List.of(Invariants.WORK_CONSERVING), asked, Variant.SEED_B);
        assertViolated(List.of(), notAsked, Variant.SEED_B);
    }
}
