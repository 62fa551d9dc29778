package dev.latchwork.aio.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IdleWorkerSetTest {
    /** The lowest worker is chosen first and is out of the set then; bits 31 and above are workers like the others. */
    @Test
    void chooseIdle_whenSeveralAreIdle_thenLowestFirst() {
        IdleWorkerSet idle = new IdleWorkerSet();
        for (int worker : new int[] {63, 31, 0, 32, 5}) {
            idle.markIdle(worker);
        }
        for (int worker : new int[] {0, 5, 31, 32, 63}) {
            assertTrue(idle.contains(worker));
            assertEquals(worker, idle.chooseIdle());
            assertFalse(idle.contains(worker));
        }
        assertEquals(IdleWorkerSet.NONE, idle.chooseIdle());
    }

    /** Clearing one worker leaves the others, whether it was in or not. */
    @Test
    void clear_whenInOrNot_thenOthersStay() {
        IdleWorkerSet idle = new IdleWorkerSet();
        idle.markIdle(31);
        idle.markIdle(40);
        idle.clear(31);
        idle.clear(8);
        assertEquals(1L << 40, idle.bits());
    }
}
