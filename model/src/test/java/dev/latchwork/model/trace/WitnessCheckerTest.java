package dev.latchwork.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.WitnessChecker.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which orders of overlapping events a judge may assume, and which it may not: one worker, one session, by hand. */
class WitnessCheckerTest {
    private final List<TraceEvent> events = new ArrayList<>();

    /** A worker that waits for the first time, after number 40. */
    private void workerThatWaits() {
        section(RecordedAction.START_WORKER, TraceEvent.NOBODY, 10, 1, 0, 0, 0);
        section(RecordedAction.REGISTER, 0, 20, 1, 1, 0, 0);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 0, 25, 30);
        section(RecordedAction.MARK_IDLE, 0, 40, 1, 1, 0, 0);
    }

    private void section(RecordedAction action, int actor, int number, int running, int idle, int depth, int owed) {
        add(new TraceEvent(action, actor, -1, IoUse.NONE, List.of(), owed, depth, running, idle, number, number));
    }

    private void operation(RecordedAction action, int actor, int argument, int begin, int end) {
        add(new TraceEvent(action, actor, argument, IoUse.NONE, List.of(), 0, 0, 0, 0, begin, end));
    }

    private void submit(int number, long io) {
        add(new TraceEvent(RecordedAction.SUBMIT, 0, 1, IoUse.NONE, List.of(io), 1, 1, 1, 0, number, number));
    }

    private void interrupt(int begin, int end, int idle) {
        add(new TraceEvent(RecordedAction.INTERRUPT, 0, -1, IoUse.NONE, List.of(), 0, 0, 1, idle, begin, end));
    }

    private void add(TraceEvent event) {
        events.add(event);
    }

    private Judgement judge() {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        events.stream().sorted(Comparator.comparingInt(TraceEvent::end)).forEach(trace::add);
        return new WitnessChecker(new ReplayState(Variant.REFERENCE, 2, 4, 1, new TraceCoverage()))
                .judge(trace.build(), (event, state) -> {});
    }

    /** A set has its effect at its beginning: the wait may be over before the setter is. */
    @Test
    void wait_whenASetHasBegun_thenMayEnd() {
        workerThatWaits();
        submit(50, IoUse.of(1, 1));
        operation(RecordedAction.SUBMIT_SET_LATCH, 0, 0, 55, 70);
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        assertTrue(judge().accepted(), judge().inWords());
    }

    /** Not before it has begun. Kills: a judge that lets any set end any wait. */
    @Test
    void wait_whenTheSetBeginsAfterIt_thenRefused() {
        workerThatWaits();
        submit(50, IoUse.of(1, 1));
        operation(RecordedAction.SUBMIT_SET_LATCH, 0, 0, 65, 70);
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        assertFalse(judge().accepted());
        assertEquals(RecordedAction.AWAIT, judge().rejected().action());
        assertEquals(5, judge().events());
    }

    /** Nobody sets the latch. */
    @Test
    void wait_whenNobodySets_thenRefused() {
        workerThatWaits();
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        assertEquals("nobody has set the latch of worker 0 since it was reset", judge().reason());
    }

    /** One set ends one wait: the reset in between ate it. Kills: a judge that forgets the reset. */
    @Test
    void wait_whenTheOnlySetWasBeforeTheReset_thenRefused() {
        workerThatWaits();
        wakeAndTurnIdle();
        operation(RecordedAction.AWAIT, 0, -1, 95, 100);
        assertFalse(judge().accepted());
        assertEquals(100, judge().rejected().end());
    }

    /** A set that overlaps the reset may come before or after it, but it ends one of the two waits, not both. */
    @Test
    void wait_whenTheOnlySetOverlapsTheReset_thenOnlyOneEnds() {
        workerThatWaits();
        wakeAndTurnIdle();
        events.replaceAll(event -> event.action() == RecordedAction.SUBMIT_SET_LATCH ? event.at(55, 76) : event);
        assertTrue(judge().accepted(), judge().inWords());
        operation(RecordedAction.AWAIT, 0, -1, 95, 100);
        assertFalse(judge().accepted());
    }

    /** The latch is set twice: by the submitter, and by an interrupt that overlaps the reset; both waits end. */
    @Test
    void wait_whenARequestOverlapsTheReset_thenTheNextWaitMayEnd() {
        workerThatWaits();
        submit(50, IoUse.of(1, 1));
        operation(RecordedAction.SUBMIT_SET_LATCH, 0, 0, 55, 58);
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        add(new TraceEvent(RecordedAction.INTERRUPT, 0, -1, IoUse.NONE, List.of(), 0, 1, 1, 0, 64, 72));
        operation(RecordedAction.RESET_LATCH, 0, -1, 65, 70);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 1, 75, 77);
        assertTrue(judge().accepted(), judge().inWords());
    }

    /**
     * Regression: a trace that ends before the worker's next check does not say whether that found the request, so the request
     * may have ended the wait. With a check that found none it cannot. Kills: a judge that takes the end of the trace for a
     * check without a request, as this one did where a sample of a run was cut.
     */
    @Test
    void wait_whenTheTraceEndsBeforeTheCheck_thenAnOverlappingRequestMayEndIt() {
        workerThatWaits();
        interrupt(50, 70, 1);
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        assertTrue(judge().accepted(), judge().inWords());

        operation(RecordedAction.RESET_LATCH, 0, -1, 61, 62);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 0, 63, 65);
        assertFalse(judge().accepted());
        assertEquals(RecordedAction.AWAIT, judge().rejected().action());
    }

    /** The worker is woken by the one set, finds the I/O, performs it, and waits again. */
    private void wakeAndTurnIdle() {
        submit(50, IoUse.of(1, 1));
        operation(RecordedAction.SUBMIT_SET_LATCH, 0, 0, 55, 58);
        operation(RecordedAction.AWAIT, 0, -1, 45, 60);
        operation(RecordedAction.RESET_LATCH, 0, -1, 65, 70);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 0, 75, 77);
        add(new TraceEvent(RecordedAction.CONSUME, 0, 1, IoUse.NONE, List.of(), 0, 0, 1, 0, 78, 78));
        for (RecordedAction action : List.of(RecordedAction.REOPEN, RecordedAction.PERFORM)) {
            int begin = action == RecordedAction.REOPEN ? 80 : 84;
            add(new TraceEvent(action, 0, -1, IoUse.of(1, 1), List.of(), 0, 0, 0, 0, begin, begin + 1));
        }
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 0, 86, 87);
        section(RecordedAction.MARK_IDLE, 0, 90, 1, 1, 0, 0);
    }

    /** A check that begins before a request is over may miss it, and one that ends after it began may find it. */
    @Test
    void check_whenItOverlapsARequest_thenMayFindItOrNot() {
        for (int leaves = 0; leaves <= 1; leaves++) {
            events.clear();
            section(RecordedAction.START_WORKER, TraceEvent.NOBODY, 10, 1, 0, 0, 0);
            section(RecordedAction.REGISTER, 0, 20, 1, 1, 0, 0);
            interrupt(27, 31, 1);
            operation(RecordedAction.CHECK_INTERRUPTS, 0, leaves, 25, 30);
            assertTrue(judge().accepted(), judge().inWords());
        }
    }

    /** A check that begins after the request must find it; one that ends before it began must not. */
    @Test
    void check_whenItDoesNotOverlapTheRequest_thenTheOrderCounts() {
        section(RecordedAction.START_WORKER, TraceEvent.NOBODY, 10, 1, 0, 0, 0);
        section(RecordedAction.REGISTER, 0, 20, 1, 1, 0, 0);
        interrupt(22, 23, 1);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 0, 25, 30);
        assertFalse(judge().accepted());
        events.clear();
        section(RecordedAction.START_WORKER, TraceEvent.NOBODY, 10, 1, 0, 0, 0);
        section(RecordedAction.REGISTER, 0, 20, 1, 1, 0, 0);
        operation(RecordedAction.CHECK_INTERRUPTS, 0, 1, 25, 30);
        interrupt(32, 33, 1);
        assertFalse(judge().accepted());
    }

    /** The next use of a handle needs the completion of the last, which may still be on its way to its number. */
    @Test
    void submit_whenTheLastUseIsBeingCompleted_thenAccepted() {
        for (int begin : new int[] {84, 99}) {
            events.clear();
            workerThatWaits();
            wakeAndTurnIdle();
            // What follows the completion is left out: the worker has not gone on yet.
            events.removeIf(event -> event.begin() >= 84);
            add(new TraceEvent(RecordedAction.PERFORM, 0, -1, IoUse.of(1, 1), List.of(), 0, 0, 0, 0, begin, 100));
            add(new TraceEvent(RecordedAction.SUBMIT, 0, 1, IoUse.NONE, List.of(IoUse.of(1, 2)), 0, 1, 1, 0, 95, 95));
            assertEquals(begin < 95, judge().accepted(), judge().inWords());
        }
    }

    /** A run that does not end is not accepted. */
    @Test
    void judgeRun_whenWorkersHaveNotEnded_thenRefused() {
        workerThatWaits();
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        events.forEach(trace::add);
        Judgement judgement = new WitnessChecker(new ReplayState(Variant.REFERENCE, 2, 4, 1, new TraceCoverage()))
                .judgeRun(trace.build());
        assertEquals(
                "the run has ended, but the pool is to have 1 workers: the instance was not closed",
                judgement.reason());
    }

    /** Two events with one number are no trace. */
    @Test
    void trace_whenTwoEventsHaveOneNumber_thenRefused() {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        section(RecordedAction.START_WORKER, TraceEvent.NOBODY, 10, 1, 0, 0, 0);
        trace.add(events.get(0));
        assertThrows(IllegalArgumentException.class, () -> trace.add(events.get(0)));
    }
}
