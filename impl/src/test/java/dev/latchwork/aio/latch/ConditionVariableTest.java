package dev.latchwork.aio.latch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import org.junit.jupiter.api.Test;

class ConditionVariableTest {
    private final ConditionVariable variable = new ConditionVariable();

    /** A broadcast sets the latch of every waiter and takes it off the list. */
    @Test
    void broadcast_whenSeveralWait_thenAllAreWoken() {
        Waiter[] waiters = {waiting(), waiting(), waiting()};
        variable.broadcast();
        for (Waiter waiter : waiters) {
            assertTrue(waiter.latch().isSet());
            // Off the list: it may enlist again.
            variable.prepareToSleep(waiter);
        }
    }

    /** Who has cancelled, wherever it stood in the list, is not woken; the others are. */
    @Test
    void broadcast_whenOneHasCancelled_thenOnlyTheOthersAreWoken() {
        for (int cancelled = 0; cancelled < 3; cancelled++) {
            Waiter[] waiters = {waiting(), waiting(), waiting()};
            variable.cancelSleep(waiters[cancelled]);
            variable.broadcast();
            for (int i = 0; i < waiters.length; i++) {
                assertTrue(waiters[i].latch().isSet() == (i != cancelled), cancelled + " cancelled, looking at " + i);
            }
        }
    }

    /** A sleeper that was woken is on the list again before it tests its predicate, so the next broadcast sees it. */
    @Test
    void sleep_whenWoken_thenEnlistedAgain() {
        Waiter waiter = waiting();
        variable.broadcast();
        variable.sleep(waiter);
        assertFalse(waiter.latch().isSet());
        variable.broadcast();
        assertTrue(waiter.latch().isSet());
    }

    /** A waiter has one list pointer, so it waits on one variable. */
    @Test
    void prepareToSleep_whenAlreadyOnAVariable_thenRefused() {
        Waiter waiter = waiting();
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> new ConditionVariable().prepareToSleep(waiter));
        assertEquals("waiter is already on a condition variable", error.getMessage());
    }

    /** A broadcast ends although each waiter that it wakes comes back at once. */
    @Test
    void broadcast_whenWaitersComeBack_thenEnds() {
        Waiter[] self = new Waiter[1];
        self[0] = new Waiter(new Latch(new ComingBack(self)));
        self[0].latch().wouldPark();
        variable.prepareToSleep(self[0]);
        variable.broadcast();
        assertThrows(IllegalStateException.class, () -> variable.prepareToSleep(self[0]), "it has come back");
    }

    /** A waiter is on one list at most. */
    @Test
    void prepareToSleep_whenEnlistedAlready_thenRefused() {
        Waiter waiter = waiting();
        assertThrows(IllegalStateException.class, () -> new ConditionVariable().prepareToSleep(waiter));
    }

    private Waiter waiting() {
        Waiter waiter = new Waiter(new Latch());
        variable.prepareToSleep(waiter);
        return waiter;
    }

    /** Enlists again in the moment in which it is unparked. */
    private final class ComingBack implements Parker {
        private final Waiter[] self;

        ComingBack(Waiter[] self) {
            this.self = self;
        }

        @Override
        public void own() {}

        @Override
        public void disown() {}

        @Override
        public void park() {}

        @Override
        public void parkNanos(long nanos) {}

        @Override
        public void unpark() {
            self[0].latch().reset();
            self[0].latch().wouldPark();
            variable.prepareToSleep(self[0]);
        }
    }
}
