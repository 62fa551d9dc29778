package dev.latchwork.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.ReplayState.Leaver;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PossibleLeaversTest {
    private static final int TWO_AND_THREE = 1 << 2 | 1 << 3;
    private static final int TWO = 1 << 2;

    private final PossibleLeavers leavers = new PossibleLeavers();

    @BeforeEach
    void twoThatHadSlotZero() {
        leavers.add(new Leaver(0, TWO_AND_THREE));
        leavers.add(new Leaver(0, TWO));
    }

    /** Either may have set the latch that both owe. Kills: a judge that takes it for the one that owes the fewest. */
    @Test
    void handOver_whenBothOweTheLatch_thenEitherMayGoOn() {
        assertNull(leavers.handOver(0, 2));
        assertNull(leavers.copy().handOver(0, 2), "it was the first, now the second");
        assertNull(leavers.handOver(0, 3), "the first goes on");
        assertNull(leavers.handOver(0, 2), "the second begins");
        leavers.end(0);
        leavers.end(0);
        assertEquals(0, leavers.size());
    }

    /** What one has done it has not still to do. Kills: a judge that lets any of them do anything. */
    @Test
    void handOver_whenNoAssignmentAllowsIt_thenRefused() {
        assertEquals("the worker that had slot 0 owes the latch of worker 2, recorded: 3", leavers.handOver(0, 3));
        assertEquals("nobody who had slot 1 owes a latch", leavers.handOver(1, 2));
        assertNull(leavers.handOver(0, 2));
        assertNull(leavers.handOver(0, 3));
        assertEquals("the worker that had slot 0 owes the latch of worker 2, recorded: 3", leavers.handOver(0, 3));
    }

    /** An end tells which of them it was. Kills: an assignment that is kept though it is over. */
    @Test
    void end_whenOnlyOneAssignmentAllowsIt_thenThatOneRemains() {
        assertFalse(leavers.canEnd(0));
        assertNull(leavers.handOver(0, 2));
        assertEquals(2, leavers.all().size());
        assertTrue(leavers.canEnd(0));

        leavers.end(0);

        assertEquals(List.of(new Leaver(0, TWO_AND_THREE)), leavers.any());
        assertEquals(1, leavers.all().size());
        assertEquals("the worker that had slot 0 owes the latch of worker 2, recorded: 3", leavers.handOver(0, 3));
    }

    /**
     * Regression: PostgreSQL 19's broadcast at exit. Worker 0 leaves and owes 1, 2 and 3; 1 and 3 leave; the next worker in slot 0
     * leaves and owes 2. The first sets 2, then 3, then the second sets 2. The step on 2 was taken for the second's, and the
     * step on 3 refused.
     */
    @Test
    void take_whenTwoLeaversHadOneSlot_thenBothDeliver() {
        ReplayState state = new ReplayState(Variant.POSTGRES_19, 4, 4, 4, new TraceCoverage());
        for (int slot = 0; slot < 4; slot++) {
            section(state, RecordedAction.START_WORKER, TraceEvent.NOBODY, 0, 1);
            section(state, RecordedAction.REGISTER, slot, 0, 0);
        }
        leave(state, 0, 3);
        handOver(state, 0, 1);
        leave(state, 1, 2);
        leave(state, 3, 1);
        handOver(state, 1, 2);
        handOver(state, 1, 3);
        section(state, RecordedAction.EXIT_WORKER, 1, 0, -1);
        section(state, RecordedAction.START_WORKER, TraceEvent.NOBODY, 0, 1);
        section(state, RecordedAction.REGISTER, 0, 0, 0);
        leave(state, 0, 1);

        handOver(state, 0, 2);
        handOver(state, 0, 3);
        handOver(state, 0, 2);
        section(state, RecordedAction.EXIT_WORKER, 0, 0, -1);
        section(state, RecordedAction.EXIT_WORKER, 0, 0, -1);
    }

    private static void leave(ReplayState state, int slot, int owes) {
        section(state, RecordedAction.INTERRUPT, slot, 0, 0);
        take(state, RecordedAction.CHECK_INTERRUPTS, slot, 1, 0, 0);
        section(state, RecordedAction.DEREGISTER, slot, owes, 0);
    }

    private static void handOver(ReplayState state, int slot, int worker) {
        take(state, RecordedAction.HAND_OVER, slot, worker, 0, 0);
    }

    private static void section(ReplayState state, RecordedAction action, int actor, int owes, int more) {
        take(state, action, actor, -1, owes, state.running() + more);
    }

    private static void take(ReplayState state, RecordedAction action, int actor, int argument, int owes, int running) {
        TraceEvent event = new TraceEvent(action, actor, argument, IoUse.NONE, List.of(), owes, 0, running, 0, 1, 1);
        assertNull(state.take(event), event.text());
    }
}
