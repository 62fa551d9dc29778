package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Registers, read and written by several at once. */
class SearchCheckerTest {
    private static final long CONFIGURATIONS = 10_000;
    private static final int NONE = QueueHistory.NO_WITNESS;

    private final RegisterHistory.Builder history = new RegisterHistory.Builder("block 7");

    private Verdict judge() {
        RegisterHistory built = history.build();
        return new SearchChecker(CONFIGURATIONS).judge(built, built);
    }

    /** A value that was overwritten came back. The window has the order up to there, and what could not come next. */
    @Test
    void judge_whenAnOldValueIsRead_thenViolatedWithTheLongestPrefix() {
        history.write(1, 11, 1, 2).write(2, 12, 3, 4).read(3, 12, 5, 6).read(3, 11, 7, 8);

        Verdict verdict = judge();

        assertEquals(Verdict.Answer.NOT_LINEARIZABLE, verdict.answer());
        assertEquals("session 3: read -> 11 of block 7: in no order; the longest one leads to 12", verdict.reason());
        assertEquals(4, verdict.window().size(), verdict.inWords());
        assertTrue(verdict.window().get(3).mark() == ShownOperation.Mark.NAMED, verdict.inWords());
    }

    /** Two writes overlap, and two readers see them in different orders. Kills M148. */
    @Test
    void judge_whenTwoReadersDisagree_thenViolated() {
        history.write(1, 11, 1, 9)
                .write(2, 12, 1, 9)
                .read(3, 11, 2, 3)
                .read(3, 12, 4, 5)
                .read(4, 12, 2, 3)
                .read(4, 11, 4, 5);

        assertTrue(judge().isViolated());
    }

    /**
     * A write of the value that is there already is no read: another one may have come before it. The search took it for one,
     * and refused this: write 1 has its effect, then write 0, both before 8.
     */
    @Test
    void judge_whenAWriteChangesNothingInThisState_thenOthersMayStillComeBeforeIt() {
        history.write(1, 1, 1, 9).write(2, 0, 1, 8).read(3, 0, 10, 11);

        assertTrue(judge().isLinearizable(), judge().inWords());
    }

    /** A write that failed may have had its effect, and may not: but not after its answer. */
    @Test
    void judge_whenAFailedWriteIsSeen_thenOnlyFromWithinItsInterval() {
        history.perhapsWrite(1, 11, 1, 4).read(2, 0, 5, 6).read(2, 11, 7, 8);

        assertTrue(judge().isViolated());
    }

    @Test
    void judge_whenAPendingWriteIsSeenLate_thenLinearizable() {
        history.perhapsWrite(1, 11, 1, History.PENDING).read(2, 0, 5, 6).read(2, 11, 7, 8);

        assertTrue(judge().isLinearizable());
    }

    /** More work than is allowed is no answer. */
    @Test
    void judge_whenTheLimitIsReached_thenUnknown() {
        for (int session = 0; session < 20; session++) {
            history.write(session, session + 1, 1, 100);
        }
        history.read(30, 99, 101, 102);

        assertEquals(Verdict.Answer.UNKNOWN, judge().answer());
    }

    /** The same object can be judged as a queue, exactly and with its capacity. */
    @Test
    void judge_whenAQueueWasNotFull_thenViolated() {
        QueueHistory queue = new QueueHistory.Builder(1)
                .add(QueueHistory.Kind.INSERTED, 1, 5, 1, 2, QueueHistory.NO_WITNESS)
                .add(QueueHistory.Kind.CONSUMED, 2, 5, 3, 4, QueueHistory.NO_WITNESS)
                .add(QueueHistory.Kind.FULL, 1, 6, 5, 6, QueueHistory.NO_WITNESS)
                .build();

        assertTrue(new SearchChecker(CONFIGURATIONS)
                .judge(queue, new QueueSpecification(queue))
                .isViolated());
    }

    private static Verdict judge(QueueHistory.Builder history) {
        QueueHistory queue = history.build();
        return new SearchChecker(CONFIGURATIONS).judge(queue, new QueueSpecification(queue));
    }

    /** A batch is answered at once, and yet its I/Os are queued in the order of their calls. Kills M171. */
    @Test
    void judge_whenABatchIsConsumedInAnotherOrder_thenViolated() {
        Verdict verdict = judge(new QueueHistory.Builder(3)
                .add(QueueHistory.Kind.INSERTED, 1, 5, 1, 9, NONE)
                .add(QueueHistory.Kind.INSERTED, 1, 6, 2, 9, NONE)
                .add(QueueHistory.Kind.CONSUMED, 0, 6, 10, 11, NONE)
                .add(QueueHistory.Kind.CONSUMED, 0, 5, 12, 13, NONE));

        assertTrue(verdict.isViolated(), verdict.inWords());
    }

    /** Of two sessions whose batches overlap nobody knows the order. */
    @Test
    void judge_whenTwoSessionsBatchesOverlap_thenEitherMayComeFirst() {
        Verdict verdict = judge(new QueueHistory.Builder(3)
                .add(QueueHistory.Kind.INSERTED, 1, 5, 1, 9, NONE)
                .add(QueueHistory.Kind.INSERTED, 2, 6, 2, 9, NONE)
                .add(QueueHistory.Kind.CONSUMED, 0, 6, 10, 11, NONE)
                .add(QueueHistory.Kind.CONSUMED, 0, 5, 12, 13, NONE));

        assertTrue(verdict.isLinearizable(), verdict.inWords());
    }

    /**
     * Two batches that nobody consumes from: without the order of each session's calls, or with values that are all told from
     * each other, no search comes to an end.
     */
    @Test
    void judge_whenNobodyConsumesFromTwoBatches_thenTheSearchEnds() {
        QueueHistory.Builder batches = new QueueHistory.Builder(63);
        for (int i = 0; i < 32; i++) {
            batches.add(QueueHistory.Kind.INSERTED, i % 2, i, i, 99, NONE);
        }

        assertTrue(judge(batches).isLinearizable(), judge(batches).inWords());
    }
}
