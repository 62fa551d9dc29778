package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTest {
    private static final Mutant MUTANT = new Mutant("canary-blind", Area.RING, "Nobody looks.", true, List.of());
    private static final Check CHECK =
            Examples.check("jqwik/Canary/blind", "canary-blind", Harness.JQWIK, Outcome.HELD);

    /**
     * Each way in which evidence can be bad has its canary: a mutant's survival or a kill that nobody expected, no
     * effort, no verdict. Kills: a gate of which one half may break unnoticed, for want of a canary in it.
     */
    @Test
    void readCanaries_always_thenEachWayToShutTheGateHasOne() {
        List<Canary> canaries = CatalogueFiles.readCanaries();

        assertEquals(
                List.of("not as expected", "not run", "expected killer did not kill", "unexpected survivor").stream()
                        .sorted()
                        .toList(),
                canaries.stream()
                        .flatMap(canary -> canary.findings().stream())
                        .distinct()
                        .sorted()
                        .toList());
        assertTrue(canaries.stream().anyMatch(canary -> canary.mutant().equivalent()), "a mutant marked to survive");
    }

    /** A canary's check and mutant are in the catalogue, so both take the way of the others. Kills: a canary apart. */
    @Test
    void of_whenCanary_thenItsCheckAndMutantAreAmongTheOthers() {
        Catalogue catalogue = Catalogue.of(
                List.of(Examples.held()), List.of(), List.of(new Canary(MUTANT, CHECK, List.of("not as expected"))));

        assertEquals(CHECK, catalogue.check("jqwik/Canary/blind"));
        assertEquals(List.of(MUTANT), catalogue.mutants());
    }

    /** A canary that could not sing is an error. Kills: one whose check is on something else, or that expects nothing. */
    @Test
    void new_whenItCouldNotSing_thenErrorSaysWhy() {
        assertEquals(
                "canary 'canary-blind': its check is on reference",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Canary(MUTANT, Examples.held(), List.of("not as expected")))
                        .getMessage());
        assertEquals(
                "canary 'canary-blind': the gate would have nothing to find",
                assertThrows(IllegalArgumentException.class, () -> new Canary(MUTANT, CHECK, List.of()))
                        .getMessage());
    }
}
