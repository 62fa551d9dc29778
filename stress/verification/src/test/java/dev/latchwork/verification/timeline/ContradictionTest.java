package dev.latchwork.verification.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContradictionTest {
    /** The sentence names who took the I/O, and when. Kills: a search that finds the second step and forgets the first. */
    @Test
    void in_whenConsumedTwice_thenBothAreNamed() {
        assertEquals(
                Optional.of(new BadStep(17, "io h3g7 was consumed twice: worker 0 at step 14, worker 2 at step 17.")),
                Contradiction.in(List.of(
                        step(13, "Submit", "submitter 0", "h3g7"),
                        step(14, "Consume", "worker 0", "h3g7"),
                        step(15, "Consume", "worker 1", "h4g1"),
                        step(17, "Consume", "worker 2", "h3g7"))));
    }

    /** A value that was inserted twice may be consumed twice. Kills: a search that takes the second use for the first. */
    @Test
    void in_whenInsertedTwice_thenConsumedTwiceIsRight() {
        List<TimelineStep> right = List.of(
                step(1, "insert", "thread 1", "4"),
                step(2, "insert", "thread 2", "4"),
                step(3, "consume", "thread 1", "4"),
                step(4, "consume", "thread 2", "4"));
        assertEquals(Optional.empty(), Contradiction.in(right));
    }

    /** A completion too many is one whoever makes it. Kills: a search that looks at workers only. */
    @Test
    void in_whenCompletedByWorkerAndSubmitter_thenFound() {
        assertEquals(
                Optional.of(new BadStep(3, "io 1 was completed twice: worker 0 at step 2, submitter 0 at step 3.")),
                Contradiction.in(List.of(
                        step(1, "Submit", "submitter 0", "1"),
                        step(2, "Perform", "worker 0", "1"),
                        step(3, "PerformSynchronously", "submitter 0", "1"))));
    }

    /** The worker behind a null latch is named. Kills: a search that sees no latch that is null. */
    @Test
    void in_whenANullLatchIsOwed_thenWhoLeftIsNamed() {
        TimelineStep look =
                TimelineStep.at(1, "MarkIdle", "worker 1").withIdle(List.of(1)).build();
        TimelineStep leave = TimelineStep.at(2, "Deregister", "worker 1")
                .withIdle(List.of(1))
                .build();
        TimelineStep choose = TimelineStep.at(3, "Consume", "worker 0")
                .withOwes(List.of(TimelineStep.NULL_LATCH))
                .withIdle(List.of())
                .build();
        assertEquals(
                Optional.of(new BadStep(
                        3, "worker 0 owes a null latch: it chose worker 1, which left at step 2, by its idle bit.")),
                Contradiction.in(List.of(look, leave, choose)));
    }

    private static TimelineStep step(int number, String action, String actor, String io) {
        return TimelineStep.at(number, action, actor).withIos(List.of(io)).build();
    }
}
