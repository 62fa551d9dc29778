package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackedArrayTest {

    /** An element is read as it was written, and neither its neighbours nor the bits around the array change. */
    @Test
    void set_whenSurroundedByOnes_thenOnlyThatElementChanges() {
        PackedArray array = new PackedArray("array", 1, 5, 3, 4);
        for (int index = 0; index < array.length(); index++) {
            for (int value = 0; value < 8; value++) {
                long[] words = {-1, -1, -1};

                array.set(words, index, value);

                assertEquals(value, array.get(words, index));
                int position = 5 + 3 * index;
                long others = ~(7L << position);
                assertArrayEquals(new long[] {-1, others | ((long) value << position), -1}, words);
            }
        }
    }

    /** A value or an index that has no room is an error: wrapping would forge another state. */
    @Test
    void set_whenThereIsNoRoom_thenRefused() {
        PackedArray array = new PackedArray("hand", 0, 0, 2, 3);
        long[] words = {0};

        assertThrows(IllegalStateException.class, () -> array.set(words, 0, -1));
        assertThrows(IllegalStateException.class, () -> array.set(words, 3, 1));
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> array.set(words, 0, 4));
        assertEquals("hand[0] = 4 does not fit: 3 elements of 2 bits", error.getMessage());
        assertArrayEquals(new long[] {0}, words);
    }

    /** As a list it behaves as a bounded queue does, up to the whole word, in 10,000 random operations per width. */
    @Test
    void list_whenUsedAtRandom_thenBehavesAsAQueue() {
        for (int width = 1; width <= 31; width++) {
            int length = Long.SIZE / width;
            PackedArray list = new PackedArray("list", 0, Long.SIZE - width * length, width, length);
            long[] words = {0};
            Queue<Integer> queue = new ArrayDeque<>();
            SplittableRandom random = new SplittableRandom(width);
            for (int i = 0; i < 10_000; i++) {
                if (random.nextBoolean()) {
                    int value = 1 + random.nextInt((1 << Math.min(width, 30)) - 1);
                    if (queue.size() < length) {
                        list.append(words, value);
                        queue.add(value);
                    } else {
                        assertThrows(IllegalStateException.class, () -> list.append(words, value));
                    }
                } else {
                    list.removeFirst(words);
                    queue.poll();
                }
                assertEquals(queue.size(), list.size(words));
                int position = 0;
                for (int value : queue) {
                    assertEquals(value, list.get(words, position++));
                }
            }
        }
    }
}
