package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {
    /** Mutants are told from variants by the form of their ids. Kills: a variant that is counted as a mutant. */
    @Test
    void isId_whenMutantOrNot_thenToldApart() {
        assertTrue(Mutant.isId("M01"));
        assertTrue(Mutant.isId("M123"));
        assertFalse(Mutant.isId("M1"));
        assertFalse(Mutant.isId("seed-M01"));
        assertFalse(Mutant.isId("reference"));
    }

    /** Killers stand in report order. Kills: a matrix whose columns depend on who wrote the entry. */
    @Test
    void expectedKillers_whenGivenInAnyOrder_thenInReportOrder() {
        assertEquals(
                List.of(Harness.TLC, Harness.JQWIK),
                Examples.mutant("M01", Harness.JQWIK, Harness.TLC).expectedKillers());
    }

    /** Every contradiction in a mutant's entry has its own message. Kills: an equivalent mutant that must be killed. */
    @Test
    void new_whenContradictory_thenErrorSaysHow() {
        assertError(
                "mutant 'M1': an id is 'M' and at least two digits, seed-A to seed-E, or 'canary-' and words",
                () -> Examples.mutant("M1", Harness.TLC));
        assertError(
                "mutant 'M01': the title must not be blank", () -> new Mutant("M01", Area.RING, " ", false, List.of()));
        assertError(
                "mutant 'M01': an expected killer is named twice",
                () -> Examples.mutant("M01", Harness.TLC, Harness.TLC));
        assertError(
                "mutant 'M01': an equivalent mutant has no expected killer, yet names [tlc]",
                () -> new Mutant("M01", Area.RING, "Nobody can tell.", true, List.of(Harness.TLC)));
    }

    private static void assertError(String message, Runnable mistake) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
    }
}
