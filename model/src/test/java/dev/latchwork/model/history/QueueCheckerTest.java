package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.QueueHistory.Kind;
import org.junit.jupiter.api.Test;

/** Each rule on the smallest history that breaks it, and on one that just does not. */
class QueueCheckerTest {
    private final QueueHistory.Builder history = new QueueHistory.Builder(2);

    private void add(Kind kind, long value, int invocation, int response) {
        history.add(kind, 0, value, invocation, response, QueueHistory.NO_WITNESS);
    }

    private Verdict judge() {
        return new QueueChecker().judge(history.build());
    }

    private void assertViolated(String reason, int marked) {
        Verdict verdict = judge();
        assertEquals(Verdict.Answer.NOT_LINEARIZABLE, verdict.answer(), verdict.inWords());
        assertTrue(verdict.reason().contains(reason), verdict.inWords());
        long named = verdict.window().stream()
                .filter(shown -> shown.mark() == ShownOperation.Mark.NAMED)
                .count();
        assertEquals(marked, named, verdict.inWords());
    }

    /** A value that nobody inserted. Kills M140. */
    @Test
    void judge_whenValueWasNeverInserted_thenViolated() {
        add(Kind.CONSUMED, 1, 1, 2);

        assertViolated("never inserted", 1);
    }

    /** The consume was over before the insert began; had they overlapped, it would be fine. Kills M141. */
    @Test
    void judge_whenValueWasConsumedBeforeItsInsert_thenViolated() {
        add(Kind.CONSUMED, 1, 1, 2);
        add(Kind.INSERTED, 1, 3, 4);

        assertViolated("before it was inserted", 2);
    }

    @Test
    void judge_whenConsumeAndInsertOverlap_thenLinearizable() {
        add(Kind.CONSUMED, 1, 1, 3);
        add(Kind.INSERTED, 1, 3, 4);

        assertTrue(judge().isLinearizable());
    }

    /** One insert, two consumes. Kills M142. */
    @Test
    void judge_whenValueWasConsumedTwice_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.CONSUMED, 1, 3, 4);
        add(Kind.CONSUMED, 1, 5, 6);

        assertViolated("consumed twice", 2);
    }

    /** First in, last out. Kills M143. */
    @Test
    void judge_whenOneValueOvertakesAnother_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.CONSUMED, 2, 5, 6);
        add(Kind.CONSUMED, 1, 7, 8);

        assertViolated("consumed after it", 4);
    }

    @Test
    void judge_whenTheirInsertsOverlap_thenLinearizable() {
        add(Kind.INSERTED, 1, 1, 3);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.CONSUMED, 2, 5, 6);
        add(Kind.CONSUMED, 1, 7, 8);

        assertTrue(judge().isLinearizable());
    }

    /** The first is still in the queue. Kills M144. */
    @Test
    void judge_whenValueIsLeftBehind_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.CONSUMED, 2, 5, 6);

        assertViolated("was never consumed itself", 3);
    }

    /** Nobody has consumed it, but somebody who has no answer may have. */
    @Test
    void judge_whenAPendingConsumeMayHaveTakenIt_thenUnknown() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.CONSUME_PENDING, 0, 5, History.PENDING);
        add(Kind.CONSUMED, 2, 5, 6);

        assertEquals(Verdict.Answer.UNKNOWN, judge().answer());
    }

    /** It was called too late to have taken it. */
    @Test
    void judge_whenThePendingConsumeCameTooLate_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.CONSUMED, 2, 5, 6);
        add(Kind.CONSUME_PENDING, 0, 7, History.PENDING);

        assertViolated("was never consumed itself", 3);
    }

    /** Two values, one after the other, are in the queue all the time. Kills M145. */
    @Test
    void judge_whenQueueWasNeverEmpty_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.EMPTY, 0, 3, 9);
        add(Kind.INSERTED, 2, 4, 5);
        add(Kind.CONSUMED, 1, 6, 7);

        assertViolated("empty", 4);
    }

    /** Between the two there may have been a moment without a value. */
    @Test
    void judge_whenThereIsAGap_thenLinearizable() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.EMPTY, 0, 3, 9);
        add(Kind.INSERTED, 2, 4, 6);
        add(Kind.CONSUMED, 1, 6, 7);

        assertTrue(judge().isLinearizable());
    }

    /** Three values in a queue that holds two. Kills M146. */
    @Test
    void judge_whenQueueHeldTooMany_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 2, 3, 4);
        add(Kind.INSERTED, 3, 5, 6);

        assertViolated("holds 2", 3);
    }

    /**
     * Two values, and a third that can be consumed only after the first: its own consume was called early enough, the first
     * one's was not.
     */
    @Test
    void judge_whenQueueHeldTooManyBecauseOfTheirOrder_thenViolated() {
        add(Kind.CONSUMED, 2, 1, 20);
        add(Kind.INSERTED, 1, 2, 3);
        add(Kind.INSERTED, 2, 4, 5);
        add(Kind.INSERTED, 3, 6, 7);
        add(Kind.CONSUMED, 1, 8, 9);

        assertViolated("holds 2", 3);
    }

    /** A queue of two that had room. Kills M147. */
    @Test
    void judge_whenQueueCannotHaveBeenFull_thenViolated() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.FULL, 2, 3, 4);

        assertViolated("at most 1", 1);
    }

    /** A pending insert may have filled it. */
    @Test
    void judge_whenAPendingInsertMayHaveFilledIt_thenLinearizable() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERT_PENDING, 3, 3, History.PENDING);
        add(Kind.FULL, 2, 3, 4);

        assertTrue(judge().isLinearizable());
    }

    /** The rules say nothing about values that are not distinct. */
    @Test
    void judge_whenValueWasInsertedTwice_thenUnknown() {
        add(Kind.INSERTED, 1, 1, 2);
        add(Kind.INSERTED, 1, 3, 4);

        assertEquals(Verdict.Answer.UNKNOWN, judge().answer());
    }
}
