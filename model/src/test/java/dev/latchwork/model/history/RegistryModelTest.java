package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RegistryModelTest {
    private static final RegistryModel ONE = RegistryModel.empty().register(0).orElseThrow();

    /** Only the lowest free slot is given. Kills: a specification that accepts one slot for two workers, or a gap. */
    @Test
    void register_whenSlotsAreTaken_thenTheLowestFree() {
        assertFalse(ONE.register(0).isPresent());
        assertFalse(ONE.register(2).isPresent());
        RegistryModel two = ONE.register(1).orElseThrow();
        RegistryModel onlySecond = two.ask(0, true).orElseThrow().release(0).orElseThrow();
        assertFalse(onlySecond.register(2).isPresent());
        assertTrue(onlySecond.register(0).isPresent());
    }

    /** A worker is asked once, and nobody is asked in a free slot. Kills: a request that is counted for the wrong worker. */
    @Test
    void ask_whenFreeOrAskedBefore_thenNot() {
        RegistryModel asked = ONE.ask(0, true).orElseThrow();

        assertFalse(ONE.ask(0, false).isPresent());
        assertFalse(asked.ask(0, true).isPresent());
        assertTrue(asked.ask(0, false).isPresent());
        assertFalse(ONE.ask(1, true).isPresent());
        assertTrue(ONE.ask(1, false).isPresent());
        // The next worker in the slot has not been asked.
        assertTrue(asked.release(0)
                .flatMap(free -> free.register(0))
                .flatMap(next -> next.ask(0, true))
                .isPresent());
    }

    /** Who was asked leaves, nobody else does. Kills: a request that gets lost, or a worker that leaves unasked. */
    @Test
    void release_whenAskedOrNot_thenOnlyWhenAsked() {
        RegistryModel asked = ONE.ask(0, true).orElseThrow();

        assertTrue(ONE.stay(0).isPresent());
        assertFalse(ONE.release(0).isPresent());
        assertFalse(asked.stay(0).isPresent());
        assertTrue(asked.release(0).isPresent());
        assertFalse(ONE.stay(1).isPresent());
        assertFalse(ONE.release(1).isPresent());
    }
}
