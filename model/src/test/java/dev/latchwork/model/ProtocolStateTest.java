package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProtocolStateTest {
    private static final Bounds BOUNDS = Bounds.builder()
            .workers(3)
            .submitters(2)
            .ios(4)
            .ringSize(4)
            .maxBatch(2)
            .reloads(1, 1, 2, 3)
            .interrupts(2)
            .reopenFailures(1)
            .closes(true)
            .build();

    private final ProtocolState cold = Protocol.of(BOUNDS, Variant.REFERENCE).initial();

    /** One change for each variable, by the text that it is to produce. */
    private static Map<String, Consumer<StateDraft>> changes() {
        Map<String, Consumer<StateDraft>> changes = new LinkedHashMap<>();
        changes.put("queue: <<>> -> <<4, 1>>", draft -> {
            draft.insert(4);
            draft.insert(1);
        });
        changes.put("idle: {} -> {0, 2}", draft -> draft.idle(0b101));
        changes.put("inUse: {} -> {2}", draft -> draft.inUse(2, true));
        for (int w = 0; w < 3; w++) {
            int worker = w;
            changes.put("latch[" + w + "]: unset -> set", draft -> draft.latch(worker, true));
            changes.put("point[" + w + "]: Vacant -> Deregister", draft -> draft.point(worker, WorkerPoint.DEREGISTER));
            changes.put("hand[" + w + "]: none -> 4", draft -> draft.hand(worker, 4));
            changes.put("owed[" + w + "]: <<>> -> <<2, NullLatch>>", draft -> {
                draft.owe(worker, 2);
                draft.owe(worker, WakeupTarget.NULL_LATCH);
            });
            changes.put("exitRequested[" + w + "]: false -> true", draft -> draft.exitRequested(worker, true));
        }
        changes.put("starting: 0 -> 3", draft -> draft.starting(3));
        changes.put("leavers: <<>> -> <<{}, {0, 2}, {0, 2}, {NullLatch}>>", draft -> {
            draft.addLeaver(0b101);
            draft.addLeaver(WakeupTarget.NULL_LATCH_BIT);
            draft.addLeaver(0);
            draft.addLeaver(0b101);
        });
        changes.put("target: 3 -> 1", draft -> draft.target(1));
        for (int s = 0; s < 2; s++) {
            int submitter = s;
            changes.put(
                    "submitterPoint[" + s + "]: Ready -> PerformSynchronously",
                    draft -> draft.submitterPoint(submitter, SubmitterPoint.PERFORM_SYNCHRONOUSLY));
            changes.put("submitterOwed[" + s + "]: None -> 2", draft -> draft.submitterOwed(submitter, 2));
            changes.put("leftover[" + s + "]: <<>> -> <<3, 4>>", draft -> {
                draft.leaveOver(submitter, 3);
                draft.leaveOver(submitter, 4);
            });
        }
        for (int i = 1; i <= 4; i++) {
            int io = i;
            changes.put("io[" + i + "]: Unsubmitted -> Enoent", draft -> draft.io(io, IoStatus.ENOENT));
        }
        changes.put("underWay: {} -> {0, 2}", draft -> draft.underWay(0b101));
        changes.put("interrupted: {} -> {2}", draft -> draft.interrupted(2, true));
        changes.put("waited: {} -> {1}", draft -> draft.waited(1, true));
        for (int s = 0; s < 2; s++) {
            int submitter = s;
            changes.put("issued[" + s + "]: {} -> {3, 4}", draft -> draft.issued(submitter, new Batch(3, 2)));
        }
        changes.put("reloads: 0 -> 1", draft -> draft.reloads(1));
        changes.put("interrupts: 0 -> 2", draft -> draft.interrupts(2));
        changes.put("reopenFailures: 0 -> 1", draft -> draft.reopenFailures(1));
        return changes;
    }

    /** Each variable can be written and read on its own: no two share a bit, and none is left out of the text. */
    @Test
    void with_whenOneVariableChanges_thenNoOtherDoes() {
        changes().forEach((text, change) -> assertEquals(List.of(text), StateText.changes(cold, cold.with(change))));

        assertEquals(StateText.variables(cold).size(), changes().size());
    }

    /** Each variable counts for equality; a state made in another order is equal and has the same hash. */
    @Test
    void equals_whenOneVariableDiffers_thenUnequal() {
        changes().values().forEach(change -> {
            ProtocolState changed = cold.with(change);

            assertNotEquals(cold, changed);
            assertEquals(changed, cold.with(change));
            assertEquals(changed.hashCode(), cold.with(change).hashCode());
        });
    }

    /** A state does not change when another is made from it. */
    @Test
    void with_whenChanged_thenTheOriginalIsKept() {
        String before = cold.toString();

        cold.with(draft -> changes().values().forEach(change -> change.accept(draft)));

        assertEquals(before, cold.toString());
    }

    /** States of different bounds are not equal, even if every common variable is. */
    @Test
    void equals_whenBoundsDiffer_thenUnequal() {
        Bounds others = Bounds.builder().workers(1).build();
        Bounds same = Bounds.builder().workers(1).interrupts(1).build();

        assertNotEquals(
                Protocol.of(others, Variant.REFERENCE).initial(),
                Protocol.of(same, Variant.REFERENCE).initial());
        assertNotEquals(cold, Protocol.of(BOUNDS, Variant.REFERENCE.fanOut(1)).initial());
        assertEquals(cold, Protocol.of(BOUNDS, Variant.SEED).initial());
    }

    /** A cold start has nothing but a pool size. */
    @Test
    void initial_whenCold_thenNothingRuns() {
        assertEquals(0, cold.running());
        assertEquals(3, cold.target());
        assertEquals(1, cold.nextIo());
        assertEquals(0, cold.submittedBits());
    }

    /** A warm start is a state that a cold one reaches. */
    @Test
    void initial_whenWarm_thenReachableFromCold() {
        Bounds.Builder builder = Bounds.builder().workers(2);
        ProtocolState warm = Protocol.of(builder.start(Start.WARM).build(), Variant.REFERENCE)
                .initial();
        Protocol coldStart = Protocol.of(builder.start(Start.COLD).build(), Variant.REFERENCE);
        StateGraph graph = Explorer.explore(coldStart, List.of()).graph();

        boolean reached = false;
        for (int number = 0; number < graph.size(); number++) {
            reached |= graph.state(number).toString().equals(warm.toString());
        }

        assertTrue(reached, "no state of the cold start equals " + warm);
    }

    /** Bounds whose queue does not fit into a word are refused with the variable's name. */
    @Test
    void layout_whenAVariableDoesNotFit_thenRefused() {
        Bounds tooLarge = Bounds.builder().ios(31).ringSize(16).build();

        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Protocol.of(tooLarge, Variant.REFERENCE));

        assertTrue(
                error.getMessage().startsWith("queue needs 80 bits, more than the 64 of one word"), error.getMessage());
    }
}
