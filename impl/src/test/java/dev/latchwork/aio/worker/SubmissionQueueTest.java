package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionQueueTest {
    /** The size is the next power of two, and one slot stays empty. */
    @ParameterizedTest
    @CsvSource({"2,2,1", "3,4,3", "4,4,3", "5,8,7", "64,64,63", "65,128,127", "65536,65536,65535"})
    void capacity_whenSizeIsRoundedUp_thenOneSlotStaysEmpty(int minimum, int size, int capacity) {
        SubmissionQueue queue = new SubmissionQueue(minimum);
        assertEquals(size, queue.size());
        assertEquals(capacity, queue.capacity());
    }

    /** First in, first out, and depth is right at every position of the wrap. */
    @Test
    void depth_whenHeadWrapsBeforeTail_thenCountsAcrossTheEnd() {
        SubmissionQueue queue = new SubmissionQueue(4);
        for (int round = 0; round < 20; round++) {
            assertTrue(queue.insert(2 * round));
            assertTrue(queue.insert(2 * round + 1));
            assertEquals(2, queue.depth());
            assertEquals(2 * round, queue.consume());
            assertEquals(1, queue.depth());
            assertEquals(2 * round + 1, queue.consume());
            assertEquals(0, queue.depth());
        }
    }

    /** A full queue refuses and stays as it is. */
    @Test
    void insert_whenFull_thenFalseAndNothingIsLost() {
        SubmissionQueue queue = new SubmissionQueue(4);
        for (int io = 0; io < 3; io++) {
            assertTrue(queue.insert(io));
        }
        assertFalse(queue.insert(3));
        assertEquals(3, queue.depth());
        for (int io = 0; io < 3; io++) {
            assertEquals(io, queue.consume());
        }
    }

    /** An empty queue says so, at first and later. */
    @Test
    void consume_whenEmpty_thenEmpty() {
        SubmissionQueue queue = new SubmissionQueue(2);
        assertEquals(SubmissionQueue.EMPTY, queue.consume());
        assertTrue(queue.insert(7));
        assertEquals(7, queue.consume());
        assertEquals(SubmissionQueue.EMPTY, queue.consume());
    }

    /** A size without room for one I/O, or beyond an int's powers of two, is refused. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, (1 << 30) + 1})
    void queue_whenSizeIsOutOfRange_thenErrorNamesIt(int size) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> new SubmissionQueue(size));
        assertEquals(size + " is outside the valid range for \"io_worker_queue_size\" (2 .. 2^30)", error.getMessage());
    }
}
