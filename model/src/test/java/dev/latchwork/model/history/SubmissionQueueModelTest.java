package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionQueueModelTest {

    /** Ids come out in the order in which they went in, also when they repeat. */
    @Test
    void consume_whenSeveralAreQueued_thenOldestFirst() {
        SubmissionQueueModel queue = new SubmissionQueueModel(4);
        queue.insert(7);
        queue.insert(0);
        queue.insert(7);

        assertEquals(List.of(7, 0, 7), queue.content());
        assertEquals(7, queue.consume());
        assertEquals(0, queue.consume());
        assertEquals(7, queue.consume());
        assertEquals(SubmissionQueueModel.EMPTY, queue.consume());
    }

    /** One less than the size fits, at every time, and what does not fit has no effect. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void insert_whenFull_thenRefusedWithoutEffect(int size) {
        SubmissionQueueModel queue = new SubmissionQueueModel(size);
        for (int round = 0; round < 3 * size; round++) {
            while (queue.depth() < size - 1) {
                assertTrue(queue.insert(round));
            }
            assertFalse(queue.insert(1000));
            assertEquals(size - 1, queue.depth());
            assertFalse(queue.content().contains(1000));
            queue.consume();
            assertEquals(size - 2, queue.depth());
        }
    }

    /** An empty queue says so, and stays empty. */
    @Test
    void consume_whenEmpty_thenEmptyAndNothingChanges() {
        SubmissionQueueModel queue = new SubmissionQueueModel(2);

        assertEquals(-1, queue.consume());
        assertEquals(0, queue.depth());
        assertTrue(queue.insert(3));
    }

    /** A copy goes its own way, and so does the original. */
    @Test
    void copy_whenEitherChanges_thenTheOtherDoesNot() {
        SubmissionQueueModel queue = new SubmissionQueueModel(4);
        queue.insert(1);
        SubmissionQueueModel copy = queue.copy();

        queue.insert(2);
        copy.consume();

        assertEquals(List.of(1, 2), queue.content());
        assertEquals(List.of(), copy.content());
        assertTrue(copy.insert(3) && copy.insert(4) && copy.insert(5));
        assertFalse(copy.insert(6));
    }

    /** Sizes that no ring has, and ids that no handle has, are refused. */
    @Test
    void arguments_whenImpossible_thenRefused() {
        for (int size : new int[] {-4, 0, 1, 3, 63}) {
            assertThrows(IllegalArgumentException.class, () -> new SubmissionQueueModel(size));
        }
        assertThrows(IllegalArgumentException.class, () -> new SubmissionQueueModel(4).insert(-1));
    }
}
