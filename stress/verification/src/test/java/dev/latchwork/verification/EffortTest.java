package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EffortTest {
    /** Work was made when the measure is above zero. Kills: effort that is never made. */
    @Test
    void made_whenMeasureAboveZero_thenTrue() {
        assertTrue(Effort.of("states", 1).made());
    }

    /** Nothing that follows the measure can stand in for work. Kills: any number above zero counts, so a seed does. */
    @Test
    void made_whenOnlyLaterEntriesAboveZero_thenFalse() {
        assertFalse(Effort.of("samples", 0)
                .and("actors", 2)
                .and("rate", 0.5)
                .and("seed", "42")
                .made());
    }

    /** Time alone is no work. Kills: a harness that waited and looked at nothing. */
    @Test
    void made_whenOnlySeconds_thenFalse() {
        assertFalse(Effort.none().took(3.0).made());
    }

    /** What is written is read back, in order. Kills: an unordered map, which would make another entry the measure. */
    @Test
    void entries_whenWrittenAndReadBack_thenSameInSameOrder() throws Exception {
        Effort effort = Effort.of("zebras", 5_000_000_000L)
                .and("apes", 2)
                .and("rate", 0.5)
                .and("bounds", "3 workers")
                .took(4.2);

        Effort readBack = Json.reader().readValue(Json.writer().writeValueAsString(effort), Effort.class);

        assertEquals(effort, readBack);
        assertEquals(
                List.of("zebras", "apes", "rate", "bounds", "seconds"),
                List.copyOf(readBack.entries().keySet()));
    }

    /** The words carry every entry with its unit. Kills: a report that drops an entry. */
    @Test
    void toString_whenNumbersAndSettings_thenInWords() {
        assertEquals(
                "18,149 states, 30 scenarios, seed 42, 4.3 s",
                Effort.of("states", 18149)
                        .and("scenarios", 30)
                        .and("seed", "42")
                        .took(4.25)
                        .toString());
    }

    /** Every misuse has its own message. Kills: an entry that silently replaces another, or counts below zero. */
    @Test
    void and_whenMisused_thenErrorSaysHow() {
        Effort effort = Effort.of("states", 1);
        assertError("effort 'states' is given twice", () -> effort.and("states", 2));
        assertError("effort 'edges' is negative: -1", () -> effort.and("edges", -1));
        assertError("effort 'rate' is negative or not finite: NaN", () -> effort.and("rate", Double.NaN));
        assertError("effort without a name", () -> effort.and(" ", 1));
        assertError("effort 'seconds' is measured by the run, not given to it", () -> effort.and("seconds", 1));
        assertError(
                "effort begins with a number, not with the setting 'seed'",
                () -> Effort.none().and("seed", "42"));
    }

    /** Repeats are read back as they are written. Kills: a matrix that shows one run whatever was done. */
    @Test
    void repeated_whenWrittenAndReadBack_thenRunsOfRuns() throws Exception {
        Effort effort = Effort.of("tries", 30).repeated(2, 3);

        Effort readBack = Json.reader().readValue(Json.writer().writeValueAsString(effort), Effort.class);

        assertEquals(3, readBack.repeats());
        assertEquals(2, readBack.violated(Outcome.VIOLATED));
        assertEquals("30 tries, 3 repeats, 2 violated", readBack.toString());
    }

    /** A check that does not repeat itself is one run. Kills: a check that ran once and counts as none. */
    @Test
    void repeats_whenNotRepeated_thenOne() {
        Effort effort = Effort.of("violated", 7);
        assertEquals(1, effort.repeats());
        assertEquals(1, effort.violated(Outcome.VIOLATED));
        assertEquals(0, effort.violated(Outcome.HELD));
    }

    /** More kills than runs are an error. Kills: two numbers that were swapped. */
    @Test
    void repeated_whenOutOfRange_thenErrorSaysHow() {
        assertError(
                "effort 'violated' must be 0 to the repeats, which are at least 1: 3 of 2",
                () -> Effort.of("tries", 1).repeated(3, 2));
        assertError(
                "effort 'violated' must be 0 to the repeats, which are at least 1: 0 of 0",
                () -> Effort.of("tries", 1).repeated(0, 0));
        assertError(
                "effort 'repeats' is given twice",
                () -> Effort.of("tries", 1).repeated(1, 2).repeated(1, 2));
    }

    private static void assertError(String message, Runnable misuse) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, misuse::run).getMessage());
    }
}
