package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.HandleTableModel.View;
import org.junit.jupiter.api.Test;

/** Two sessions with two handles each: 0 and 1, 2 and 3. */
class HandleTableModelTest {
    private static final HandleTableModel IDLE = HandleTableModel.idle(2, 2);
    private static final HandleTableModel SUBMITTED = submit(IDLE.acquire(0, 0).orElseThrow(), 0);
    private static final HandleTableModel COMPLETED = SUBMITTED.complete(0, 5).orElseThrow();
    private static final HandleTableModel ENDED = COMPLETED.reclaim(0, 1, 5).orElseThrow();

    /** A session hands out its own handle that is idle longest. Kills: a specification that accepts any handle. */
    @Test
    void acquire_whenSeveralAreIdle_thenTheLongestIdleOfTheSession() {
        assertFalse(IDLE.acquire(0, 1).isPresent());
        assertFalse(IDLE.acquire(0, 2).isPresent());
        assertTrue(IDLE.acquire(1, 2).isPresent());
        assertFalse(ENDED.acquire(0, 0).isPresent());
        HandleTableModel second = submit(ENDED.acquire(0, 1).orElseThrow(), 1);
        assertTrue(second.acquire(0, 0).isPresent());
    }

    /** One handle is handed out by a session, another by another. Kills: a specification that counts all sessions together. */
    @Test
    void acquire_whenOneIsHandedOut_thenNoOther() {
        HandleTableModel handedOut = IDLE.acquire(0, 0).orElseThrow();

        assertFalse(handedOut.acquire(0, 1).isPresent());
        assertTrue(handedOut.acquire(1, 2).isPresent());
    }

    /** A use is completed once, after its submission. Kills: a specification that lets an I/O run twice or too early. */
    @Test
    void complete_whenNotSubmitted_thenNot() {
        assertFalse(IDLE.complete(0, 5).isPresent());
        assertFalse(IDLE.acquire(0, 0).orElseThrow().complete(0, 5).isPresent());
        assertFalse(COMPLETED.complete(0, 5).isPresent());
        assertFalse(ENDED.complete(0, 5).isPresent());
    }

    /** The owner gets the result, once. Kills: a specification that accepts another's result, or gives it twice. */
    @Test
    void reclaim_whenItsResult_thenOnce() {
        assertFalse(SUBMITTED.reclaim(0, 1, 5).isPresent());
        assertFalse(COMPLETED.reclaim(0, 1, 6).isPresent());
        assertFalse(COMPLETED.reclaim(0, 2, 5).isPresent());
        assertFalse(ENDED.reclaim(0, 1, 5).isPresent());
    }

    /** A use is seen as what it is, with its own result. Kills: a specification that lets a stale look see the next use. */
    @Test
    void look_whenUseAfterUse_thenItsOwn() {
        HandleTableModel handedOut = IDLE.acquire(0, 0).orElseThrow();
        assertSees(handedOut, 1, View.UNKNOWN, 0);
        assertSees(handedOut.stage(0).orElseThrow(), 1, View.PENDING, 0);
        assertSees(SUBMITTED, 1, View.PENDING, 0);
        assertSees(COMPLETED, 1, View.COMPLETED, 5);
        assertFalse(COMPLETED.look(0, 1, View.COMPLETED, 6).isPresent());
        assertSees(ENDED, 1, View.ENDED, 0);
        HandleTableModel other = submit(ENDED.acquire(0, 1).orElseThrow(), 1);
        HandleTableModel next = submit(other.acquire(0, 0).orElseThrow(), 0);
        assertSees(next.complete(0, 7).orElseThrow(), 1, View.ENDED, 0);
        assertSees(next.complete(0, 7).orElseThrow(), 2, View.COMPLETED, 7);
        assertSees(next, 3, View.UNKNOWN, 0);
    }

    /** Over is completed or ended. Kills: a specification in which a wait may end early, or need not end. */
    @Test
    void isOver_whenUseAfterUse_thenFromItsCompletionOn() {
        assertFalse(IDLE.isOver(0, 1, false).isPresent());
        assertTrue(SUBMITTED.isOver(0, 1, false).isPresent());
        assertFalse(SUBMITTED.isOver(0, 1, true).isPresent());
        assertTrue(COMPLETED.isOver(0, 1, true).isPresent());
        assertTrue(ENDED.isOver(0, 1, true).isPresent());
        assertFalse(ENDED.isOver(0, 1, false).isPresent());
    }

    private static HandleTableModel submit(HandleTableModel handedOut, int handle) {
        return handedOut.stage(handle).flatMap(staged -> staged.submit(handle)).orElseThrow();
    }

    private static void assertSees(HandleTableModel model, int use, View expected, int result) {
        for (View view : View.values()) {
            boolean accepted =
                    model.look(0, use, view, view == expected ? result : 0).isPresent();
            assertTrue(accepted == (view == expected), use + " as " + view);
        }
    }
}
