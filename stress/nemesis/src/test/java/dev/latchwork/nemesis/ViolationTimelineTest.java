package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.History;
import dev.latchwork.model.history.QueueChecker;
import dev.latchwork.model.history.QueueHistory;
import dev.latchwork.model.history.QueueHistory.Kind;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationTimelineTest {
    private static final Check CHECK = new Check(
            "nemesis/Plan.FULL_QUEUE/M70",
            "every I/O completes once",
            "M70",
            Harness.NEMESIS,
            Outcome.VIOLATED,
            Phase.VERIFY,
            "mvn verify");

    private final QueueHistory.Builder queue = new QueueHistory.Builder(3);

    private Timeline timeline() {
        HistoryJudgement judgement = HistoryJudgement.of(
                new RecordedHistory("FULL_QUEUE", 1, queue.build(), new BlockHistory.Builder(1).build()));
        return ViolationTimeline.of(CHECK, judgement.violation().orElseThrow());
    }

    /**
     * By witness: it opens at the operation that has no place, and tells the order up to there. Kills: an order by calls, a lane
     * for each operation, a refused operation among those taken.
     */
    @Test
    void of_whenTheWitnessIsRefused_thenTheOrderUpToThere() {
        queue.add(Kind.INSERTED, 0, QueueHistory.valueOf(7, 1), 3, 8, 4)
                .add(Kind.CONSUMED, 2, QueueHistory.valueOf(7, 1), 5, 7, 6)
                .add(Kind.EMPTY, 1, 0, 2, 9, 5);

        Timeline timeline = timeline();

        assertEquals(List.of("submitter 0", "worker 1"), timeline.header().actors());
        assertEquals(
                List.of("insert", "consume"),
                timeline.steps().stream().map(TimelineStep::action).toList());
        assertEquals(2, timeline.header().bad().step(), "the one that was told the queue is empty");
        assertTrue(
                timeline.header().bad().words().startsWith("queue, by witness: worker 1: consume -> empty, at 5"),
                timeline.header().bad().words());
        assertEquals(List.of(1), timeline.header().order().taken());
        assertEquals(2, timeline.header().order().rejected().get(0).step());
    }

    /** By rule: it opens at the last of the operations that contradict each other, an unanswered one ends after all others. */
    @Test
    void of_whenARuleIsBroken_thenNoOrderAndThePendingOneLast() {
        queue.add(Kind.INSERTED, 0, QueueHistory.valueOf(1, 1), 1, 2, QueueHistory.NO_WITNESS)
                .add(Kind.INSERT_PENDING, 1, QueueHistory.valueOf(2, 1), 3, History.PENDING, QueueHistory.NO_WITNESS)
                .add(Kind.CONSUMED, 0, QueueHistory.valueOf(1, 1), 3, 4, QueueHistory.NO_WITNESS)
                .add(Kind.CONSUMED, 1, QueueHistory.valueOf(1, 1), 5, 6, QueueHistory.NO_WITNESS);
        HistoryJudgement.Violation violation =
                new HistoryJudgement.Violation("queue, by rule", new QueueChecker().judge(queue.build()));

        Timeline timeline = ViolationTimeline.of(CHECK, violation);

        assertNull(timeline.header().order());
        assertEquals(2, timeline.header().bad().step());
        assertEquals("handle 1.1", timeline.steps().get(1).result());
        TimelineStep pending = timeline.steps().get(2);
        assertEquals("submitter 1", pending.actor());
        assertTrue(pending.end() > timeline.steps().get(1).end());
    }
}
