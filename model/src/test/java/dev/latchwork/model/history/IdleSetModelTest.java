package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class IdleSetModelTest {

    /** The lowest is chosen, whatever the order of marking, and by that is not idle any more. */
    @Test
    void chooseLowest_whenSeveralAreIdle_thenLowestFirstAndOnce() {
        IdleSetModel idle = new IdleSetModel();
        idle.markIdle(31);
        idle.markIdle(0);
        idle.markIdle(5);
        idle.markIdle(5);

        assertEquals(0, idle.chooseLowest());
        assertEquals(5, idle.chooseLowest());
        assertEquals(31, idle.chooseLowest());
        assertEquals(IdleSetModel.NOBODY, idle.chooseLowest());
    }

    /** Who is cleared is not chosen; clearing somebody who is not idle changes nothing. */
    @Test
    void clear_whenIdleOrNot_thenNotChosen() {
        IdleSetModel idle = new IdleSetModel();
        idle.markIdle(1);
        idle.markIdle(2);

        idle.clear(1);
        idle.clear(9);

        assertEquals(Set.of(2), idle.content());
        assertEquals(2, idle.chooseLowest());
        assertEquals(-1, idle.chooseLowest());
    }

    /** The content is a copy: it does not follow the set. */
    @Test
    void content_whenSetChanges_thenKept() {
        IdleSetModel idle = new IdleSetModel();
        idle.markIdle(1);
        Set<Integer> content = idle.content();

        idle.chooseLowest();

        assertEquals(Set.of(1), content);
    }
}
