package dev.latchwork.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.lincheck.History.Entry;
import dev.latchwork.lincheck.Scenario.Call;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A register that is written and read, on two threads. */
class HistoryTest {
    /** The operations of two threads at the same time take effect in either order. Kills: a judge that tries one only. */
    @Test
    void isLinearizable_whenAtTheSameTime_thenEitherOrder() {
        assertTrue(isLinearizable(List.of(write(1, 0, 0)), List.of(read(0, 0, 0))));
        assertTrue(isLinearizable(List.of(write(1, 0, 0)), List.of(read(1, 0, 0))));
        assertFalse(isLinearizable(List.of(write(1, 0, 0)), List.of(read(2, 0, 0))));
    }

    /** What ended before another began comes before it. Kills: a judge that is content with any order. */
    @Test
    void isLinearizable_whenOneEndedBefore_thenInThatOrder() {
        assertFalse(isLinearizable(List.of(write(1, 0, 0)), List.of(read(0, 1, 0))));
        assertTrue(isLinearizable(List.of(write(1, 0, 0)), List.of(read(1, 1, 0))));
    }

    /** The order must explain what comes after as well. Kills: a judge that stops at the first order of the threads. */
    @Test
    void isLinearizable_whenOnlyOneOrderExplainsTheEnd_thenFound() {
        List<List<Entry>> threads = List.of(List.of(write(1, 0, 0)), List.of(write(2, 0, 0)));

        assertTrue(isLinearizable(new History(List.of(), threads, List.of(read(1)))));
        assertTrue(isLinearizable(new History(List.of(), threads, List.of(read(2)))));
        assertFalse(isLinearizable(new History(List.of(), threads, List.of(read(0)))));
    }

    /** What comes before the threads counts. Kills: a judge that starts at the threads. */
    @Test
    void isLinearizable_whenWrittenBefore_thenSeen() {
        assertTrue(isLinearizable(new History(List.of(write(1)), List.of(List.of(read(1, 0))), List.of())));
        assertFalse(isLinearizable(new History(List.of(write(1)), List.of(List.of(read(0, 0))), List.of())));
        assertFalse(isLinearizable(new History(List.of(read(3)), List.of(), List.of())));
    }

    /** The steps of an operation may have another's between them. Kills: a judge that takes them in one go. */
    @Test
    void inSteps_whenAnotherComesInBetween_thenLinearizable() {
        History history = new History(
                List.of(), List.of(List.of(writeTwice(1, 2, 0, 0)), List.of(read(1, 0, 0), read(2, 0, 1))), List.of());

        assertTrue(isLinearizable(history.inSteps(HistoryTest::writes)));
    }

    /** What ended before an operation of several steps comes before all of them. Kills: steps that lose their time. */
    @Test
    void inSteps_whenEndedBefore_thenBeforeAllSteps() {
        List<Entry> late = List.of(writeTwice(1, 2, 0, 1));
        assertTrue(isLinearizable(both(late, List.of(read(0, 0, 0)))));
        assertFalse(isLinearizable(both(late, List.of(read(1, 0, 0)))));

        List<Entry> early = List.of(writeTwice(1, 2, 0, 0));
        assertTrue(isLinearizable(both(early, List.of(read(2, 1, 0)))));
        assertFalse(isLinearizable(both(early, List.of(read(1, 1, 0)))));
    }

    private static History both(List<Entry> first, List<Entry> second) {
        return new History(List.of(), List.of(first, second), List.of()).inSteps(HistoryTest::writes);
    }

    private static Entry writeTwice(int first, int second, Integer... endedBefore) {
        return new Entry(Call.of("writeTwice", first, second), null, List.of(endedBefore));
    }

    private static List<Entry> writes(Entry entry) {
        if (!entry.call().operation().equals("writeTwice")) {
            return List.of(entry);
        }
        return entry.call().arguments().stream()
                .map(value -> write((Integer) value))
                .toList();
    }

    /** The longest order is the longest, and names all that cannot follow it. Kills: a search that keeps its first attempt. */
    @Test
    void longestOrder_whenNotLinearizable_thenTheLongestAndWhatIsRefused() {
        Entry write = write(1, 0, 0);
        Entry late = read(2, 1, 0);
        Entry early = read(0, 0, 0);
        Entry wrong = read(7, 0, 1);
        History history = new History(List.of(), List.of(List.of(write, late), List.of(early, wrong)), List.of());

        History.LongestOrder order = history.longestOrder(0, HistoryTest::next);

        assertEquals(List.of(early, write), order.taken());
        assertEquals(Set.of(late, wrong), Set.copyOf(order.refused()));
    }

    /** The trace has operations that overlap where nothing orders them, and the order beside it. Kills: a trace in which all are in a row. */
    @Test
    void trace_whenOperationsOverlap_thenTheirIntervalsDo() {
        Entry write = write(1, 0, 0);
        Entry early = read(0, 0, 0);
        Entry wrong = read(7, 1, 1);
        History history = new History(List.of(), List.of(List.of(write), List.of(early, wrong)), List.of(read(1)));
        Check check = new Check(
                "lincheck/Register/M01",
                "linearizable",
                "M01",
                Harness.LINCHECK,
                Outcome.VIOLATED,
                Phase.TEST,
                "mvn test");

        Timeline trace = HistoryTimeline.of(check, history, history.longestOrder(0, HistoryTest::next));

        assertEquals(
                List.of("write", "read", "read", "read"),
                trace.steps().stream().map(TimelineStep::action).toList());
        TimelineStep first = trace.steps().get(0);
        TimelineStep second = trace.steps().get(1);
        TimelineStep third = trace.steps().get(2);
        assertTrue(first.begin() < second.end() && second.begin() < first.end(), "the first two overlap");
        assertTrue(third.begin() > first.end() && third.begin() > second.end(), "the third saw both");
        assertEquals(List.of(2, 1), trace.header().order().taken());
        assertEquals(3, trace.header().bad().step());
        assertEquals(
                List.of(new BadStep(3, "the model does not give 7 here")),
                trace.header().order().rejected());
    }

    private static boolean isLinearizable(List<Entry> first, List<Entry> second) {
        return isLinearizable(new History(List.of(), List.of(first, second), List.of()));
    }

    private static boolean isLinearizable(History history) {
        return history.isLinearizable(0, HistoryTest::next);
    }

    private static Optional<Integer> next(int value, Entry entry) {
        if (entry.call().operation().equals("write")) {
            return Optional.of((Integer) entry.result());
        }
        return entry.result().equals(value) ? Optional.of(value) : Optional.empty();
    }

    private static Entry write(int value, Integer... endedBefore) {
        return new Entry(Call.of("write"), value, List.of(endedBefore));
    }

    private static Entry read(int value, Integer... endedBefore) {
        return new Entry(Call.of("read"), value, List.of(endedBefore));
    }
}
