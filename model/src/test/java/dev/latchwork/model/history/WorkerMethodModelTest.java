package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerMethodModelTest {
    private static final WorkerMethodModel EMPTY = WorkerMethodModel.empty(4);

    /** Exactly what fits is queued. Kills: a specification that accepts a dropped I/O, or a queue that is full too early. */
    @Test
    void submit_whenItFitsInPart_thenOnlyThatPart() {
        WorkerMethodModel two = EMPTY.submit(0, 2, 2).orElseThrow();

        assertTrue(two.submit(2, 3, 1).isPresent());
        assertFalse(two.submit(2, 3, 0).isPresent());
        assertFalse(two.submit(2, 3, 2).isPresent());
        assertFalse(EMPTY.submit(0, 1, 0).isPresent());
    }

    /** A turn executes the oldest I/O or none. Kills: a specification that accepts another order, or an I/O twice. */
    @Test
    void turn_whenIosAreQueued_thenTheOldestOrNone() {
        WorkerMethodModel two = EMPTY.submit(5, 2, 2).orElseThrow();
        WorkerMethodModel one = two.turn(5).orElseThrow();

        assertFalse(two.turn(6).isPresent());
        assertFalse(one.turn(5).isPresent());
        assertTrue(two.turn(WorkerMethodModel.NOTHING).orElseThrow().turn(5).isPresent());
        assertTrue(one.turn(6).isPresent());
        assertFalse(EMPTY.turn(0).isPresent());
    }

    /** At rest nothing is left. Kills: a specification that accepts an I/O which nobody comes for. */
    @Test
    void rest_whenIosAreQueued_thenAllOfThemInOrder() {
        WorkerMethodModel two = EMPTY.submit(0, 2, 2).orElseThrow();

        assertFalse(two.rest(List.of()).isPresent());
        assertFalse(two.rest(List.of(0)).isPresent());
        assertFalse(two.rest(List.of(1, 0)).isPresent());
        assertTrue(two.rest(List.of(0, 1)).orElseThrow().rest(List.of()).isPresent());
    }

    /** What was before is as it was. Kills: a judge that, having tried one order, looks at another in the wrong state. */
    @Test
    void operations_whenTaken_thenTheStateBeforeIsKept() {
        assertTrue(EMPTY.submit(0, 3, 3).orElseThrow().rest(List.of(0, 1, 2)).isPresent());
        assertTrue(EMPTY.rest(List.of()).isPresent());
    }
}
