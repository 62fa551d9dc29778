package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.QueueHistory.Kind;
import org.junit.jupiter.api.Test;

/** Orders that operations had in the critical section. */
class QueueWitnessCheckerTest {
    private final QueueHistory.Builder history = new QueueHistory.Builder(1);

    private Verdict judge() {
        return new QueueWitnessChecker().judge(history.build());
    }

    @Test
    void judge_whenEachAnswerIsTheQueues_thenLinearizable() {
        history.add(Kind.EMPTY, 1, 0, 1, 3, 2)
                .add(Kind.INSERTED, 1, 5, 1, 9, 4)
                .add(Kind.FULL, 2, 6, 1, 9, 5)
                .add(Kind.CONSUMED, 1, 5, 1, 9, 6);

        assertTrue(judge().isLinearizable());
    }

    @Test
    void judge_whenAnotherValueWasOldest_thenViolatedWithTheOrderUpToThere() {
        history.add(Kind.INSERTED, 1, 5, 1, 9, 4).add(Kind.CONSUMED, 1, 7, 1, 9, 6);

        Verdict verdict = judge();

        assertEquals("worker 1: consume -> handle 0.7, at 6: the oldest value was handle 0.5", verdict.reason());
        assertEquals(2, verdict.window().size());
    }

    /** In the critical section before it was called. Kills M149. */
    @Test
    void judge_whenAWitnessIsOutsideItsInterval_thenViolated() {
        history.add(Kind.INSERTED, 1, 5, 3, 9, 2);

        assertTrue(judge().isViolated());
    }

    /** A session's I/Os are queued in the order of its calls. Kills M172. */
    @Test
    void judge_whenASessionsInsertsAreExchanged_thenViolated() {
        history.add(Kind.FULL, 1, 6, 2, 9, 5).add(Kind.INSERTED, 1, 5, 3, 9, 4);

        assertEquals(
                "session 1: insert handle 0.6 -> full, at 5: its session called it before the insert of handle 0.5",
                judge().reason());
    }

    @Test
    void judge_whenTwoHaveTheSameWitness_thenViolated() {
        history.add(Kind.EMPTY, 1, 0, 1, 9, 2).add(Kind.EMPTY, 1, 0, 1, 9, 2);

        assertTrue(judge().isViolated());
    }

    @Test
    void judge_whenAnAnswerHasNoWitness_thenViolated() {
        history.add(Kind.EMPTY, 1, 0, 1, 9, QueueHistory.NO_WITNESS);

        assertTrue(judge().isViolated());
    }

    /** Whoever was in the critical section has had its effect, whether it has answered or not. */
    @Test
    void judge_whenAPendingInsertWasInTheCriticalSection_thenItsValueIsThere() {
        history.add(Kind.INSERT_PENDING, 1, 5, 1, History.PENDING, 4).add(Kind.CONSUMED, 1, 5, 1, 9, 6);

        assertTrue(judge().isLinearizable());
    }
}
