package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the properties speak of does happen: a probe says that it never does, and is refuted. Without these a property could
 * hold for want of a case.
 */
class ReachabilityTest {

    private static boolean anyWorker(ProtocolState state, IntPredicate predicate) {
        return IntStream.range(0, state.bounds().workers()).anyMatch(predicate);
    }

    private static void assertReachable(CheckedBounds bounds, String what, Predicate<ProtocolState> wanted) {
        assertReachable(bounds, Variant.REFERENCE, what, wanted);
    }

    private static void assertReachable(
            CheckedBounds bounds, Variant variant, String what, Predicate<ProtocolState> wanted) {
        Invariant never = new Invariant("Never", what, (state, explored) -> !wanted.test(state));
        Exploration exploration = Explorer.explore(Protocol.of(bounds.bounds(), variant), List.of(never));
        assertTrue(exploration.counterexample(never).isPresent(), what + " never happens");
    }

    /** Antecedent of NoLostWakeup: all wait beside a queued I/O, with nothing but an owed wakeup to save them. */
    @Test
    void explore_whenAllWaitAndOneIsOwed_thenReached() {
        assertReachable(
                CheckedBounds.SMALL,
                "everybody waits, latches unset, beside a queued I/O",
                state -> state.depth() > 0
                        && state.inUseBits() == 0b11
                        && state.latchBits() == 0
                        && !anyWorker(state, w -> state.point(w) != WorkerPoint.AWAIT));
    }

    /** Antecedent of WorkConserving, saved by each of its ways alone. */
    @Test
    void explore_whenOnlyOneIsOnItsWay_thenReached() {
        Predicate<ProtocolState> asked = state -> state.depth() > 0 && state.idleBits() != 0;
        assertReachable(
                CheckedBounds.RESIZE,
                "only a leaving worker is on its way",
                asked.and(state -> !anyWorker(
                        state,
                        w -> state.isInUse(w)
                                && state.point(w) != WorkerPoint.DEREGISTER
                                && state.point(w) != WorkerPoint.AWAIT)));
        assertReachable(
                CheckedBounds.THREE,
                "only an owed worker is on its way",
                asked.and(state -> state.latchBits() == 0
                        && !anyWorker(
                                state,
                                w -> state.point(w) != WorkerPoint.AWAIT && state.point(w) != WorkerPoint.WAKE_PEER)
                        && anyWorker(state, w -> state.point(w) == WorkerPoint.WAKE_PEER)));
    }

    /** A submitter performs what did not fit. */
    @Test
    void explore_whenQueueIsFull_thenPerformedSynchronously() {
        assertReachable(
                CheckedBounds.SMALL,
                "a submitter performs what did not fit",
                state -> state.submitterPoint(0) == SubmitterPoint.PERFORM_SYNCHRONOUSLY
                        && state.depth() == state.bounds().capacity());
    }

    /** A worker owes two peers at once. */
    @Test
    void explore_whenThreeWork_thenTwoPeersAreOwed() {
        assertReachable(
                CheckedBounds.THREE, "two peers are owed", state -> anyWorker(state, w -> state.owedCount(w) == 2));
    }

    /** A leaver owes a peer. */
    @Test
    void explore_whenAWorkerLeavesAQueuedIo_thenHandOverIsOwed() {
        assertReachable(CheckedBounds.RESIZE, "a hand-over is owed", state -> state.owedByLeavers() != 0);
    }

    /** A worker registers on a slot whose latch and exit request are left from its predecessor. */
    @Test
    void explore_whenASlotIsTakenAgain_thenItsLatchMayBeSet() {
        assertReachable(
                CheckedBounds.EXITS,
                "a slot is taken with its latch set",
                state -> state.interrupts() > 0
                        && anyWorker(
                                state,
                                w -> state.point(w) == WorkerPoint.CHECK_INTERRUPTS
                                        && !state.isExitRequested(w)
                                        && state.isIdle(w)
                                        && state.isLatchSet(w)));
    }

    /** Exact accounting lets an idle peer sleep beside a queued I/O, because another comes anyway. */
    @Test
    void explore_whenExact_thenAPeerIsSpared() {
        assertReachable(
                CheckedBounds.WARM_THREE,
                Variant.EXACT,
                "a peer is spared",
                state -> state.depth() > 0
                        && state.idleBits() != 0
                        && anyWorker(
                                state,
                                w -> state.point(w) == WorkerPoint.REOPEN && (state.underWayBits() & ~(1 << w)) != 0));
    }

    /** A leaver that wakes all owes two peers. */
    @Test
    void explore_whenAllPeersAreWoken_thenLeaversOweSets() {
        assertReachable(
                CheckedBounds.WARM_THREE,
                Variant.POSTGRES_19,
                "two latches are owed by one leaver",
                state -> state.leaverSets().anyMatch(owes -> Integer.bitCount(owes) == 2));
    }

    /** Antecedents of the properties of the close, of requests and of failures. */
    @Test
    void explore_whenClosing_thenWorkersStillRun() {
        assertReachable(
                CheckedBounds.CLOSE,
                "the instance closes while workers run",
                state -> state.target() == 0 && state.running() > 0);
        assertReachable(
                CheckedBounds.EXITS,
                "a worker that is asked comes to its check",
                state -> anyWorker(
                        state, w -> state.point(w) == WorkerPoint.CHECK_INTERRUPTS && state.isExitRequested(w)));
    }

    /** An I/O fails while another is queued. */
    @Test
    void explore_whenAReopenFails_thenAnotherIoMayBeQueued() {
        assertReachable(
                CheckedBounds.EXITS,
                "a failed I/O while another is queued",
                state -> state.depth() > 0 && anyWorker(state, w -> state.point(w) == WorkerPoint.COMPLETE_FAILED));
    }
}
