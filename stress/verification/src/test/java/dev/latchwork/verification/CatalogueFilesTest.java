package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueFilesTest {
    private static final String CHECK = """
            [{"id": "jqwik/Example/reference", "property": "nothing is lost", "subject": "reference",
              "harness": "jqwik", "expected": "held", "phase": "test", "replay": "mvn -pl example test"}]
            """;

    private static final String MUTANT = """
            [{"mutant": "M01", "area": "ring", "title": "The ring forgets.", "equivalent": false, "expectedKillers": ["jqwik"]}]
            """;

    /** An entry is read as it is written. Kills: a reader that swaps two fields. */
    @Test
    void parseChecks_whenWellFormed_thenTheCheck() {
        assertEquals(List.of(Examples.held()), CatalogueFiles.parseChecks("checks/jqwik.json", Harness.JQWIK, CHECK));
    }

    /** An entry is read as it is written. Kills: a reader that swaps two fields. */
    @Test
    void parseMutants_whenWellFormed_thenTheMutant() {
        assertEquals(
                List.of(Examples.mutant("M01", Harness.JQWIK)), CatalogueFiles.parseMutants("mutants.json", MUTANT));
    }

    /** A harness nobody knows is an error in its file and line. Kills: a check that no report would show. */
    @Test
    void parseChecks_whenUnknownHarness_thenErrorNamesFileLineAndHarnesses() {
        String message = checksError(CHECK.replace("\"harness\": \"jqwik\"", "\"harness\": \"jquick\""));
        assertTrue(message.startsWith("checks/jqwik.json line 2: "), message);
        assertTrue(
                message.contains("unknown harness 'jquick', not one of: unit, tlc, model, proof, replay, trace,"
                        + " lincheck, jcstress, jqwik, nemesis"),
                message);
    }

    /** A field nobody knows is an error. Kills: a misspelt optional field that is silently ignored. */
    @Test
    void parseChecks_whenUnknownField_thenErrorNamesIt() {
        String message = checksError(CHECK.replace("\"phase\"", "\"level\": 3, \"phase\""));
        assertTrue(message.startsWith("checks/jqwik.json line 2: Unrecognized field \"level\""), message);
    }

    /** Every field is required. Kills: a check without a phase, or a replay command, that passes as one with. */
    @Test
    void parseChecks_whenFieldMissing_thenErrorNamesIt() {
        for (String field : List.of("id", "property", "subject", "harness", "expected", "phase", "replay")) {
            String message = checksError(
                    CHECK.replaceFirst("\"" + field + "\": \"[^\"]*\",?", "").replaceFirst(",\\s*}", "}"));
            assertTrue(message.contains("Missing required creator property '" + field + "'"), message);
        }
    }

    /** A field that is null is as good as missing. Kills: a null that travels on to the report. */
    @Test
    void parseChecks_whenFieldNull_thenErrorNamesIt() {
        String message = checksError(CHECK.replace("\"nothing is lost\"", "null"));
        assertTrue(message.contains("property"), message);
    }

    /** A field that is written twice is an error. Kills: the second value silently winning after a merge. */
    @Test
    void parseChecks_whenFieldTwice_thenErrorNamesIt() {
        String message = checksError(CHECK.replace("\"phase\"", "\"subject\": \"M01\", \"phase\""));
        assertTrue(message.contains("Duplicate field 'subject'"), message);
    }

    /** Whatever is wrong in an entry itself names the entry. Kills: an error that hides the record's own message. */
    @Test
    void parseChecks_whenEntryContradictory_thenErrorCarriesItsMessage() {
        String message = checksError(CHECK.replace("\"held\"", "\"not run\""));
        assertTrue(
                message.contains("check 'jqwik/Example/reference': expected must be held or violated, not 'not run'"),
                message);
    }

    /** A check stands in its own harness's file. Kills: a check that its owner does not find. */
    @Test
    void parseChecks_whenCheckOfAnotherHarness_thenErrorNamesItsFile() {
        assertEquals(
                "checks/unit.json: check 'jqwik/Example/reference' belongs to the harness jqwik, so to"
                        + " checks/jqwik.json",
                assertThrows(
                                CatalogueException.class,
                                () -> CatalogueFiles.parseChecks("checks/unit.json", Harness.UNIT, CHECK))
                        .getMessage());
    }

    /** TLC's checks have one home. Kills: a second list beside the manifest. */
    @Test
    void parseChecks_whenFileOfTlc_thenError() {
        assertEquals(
                "checks/tlc.json: the checks of TLC stand in its manifest, not here",
                assertThrows(
                                CatalogueException.class,
                                () -> CatalogueFiles.parseChecks("checks/tlc.json", Harness.TLC, "[]"))
                        .getMessage());
    }

    /** Whatever follows the list is an error. Kills: a merge that leaves two lists, of which one is read. */
    @Test
    void parseChecks_whenTwoLists_thenError() {
        String message = checksError(CHECK + CHECK);
        assertTrue(message.contains("Trailing token"), message);
    }

    /** A mutant's entry is as strict. Kills: a mutant that silently is not equivalent, or has no killers. */
    @Test
    void parseMutants_whenMalformed_thenErrorNamesIt() {
        assertMutantsError("unknown harness 'jcs'", MUTANT.replace("[\"jqwik\"]", "[\"jcs\"]"));
        assertMutantsError("Unrecognized field \"killers\"", MUTANT.replace("\"title\"", "\"killers\": [], \"title\""));
        assertMutantsError(
                "Missing required creator property 'equivalent'", MUTANT.replace("\"equivalent\": false, ", ""));
    }

    private static void assertMutantsError(String part, String json) {
        String message = assertThrows(CatalogueException.class, () -> CatalogueFiles.parseMutants("mutants.json", json))
                .getMessage();
        assertTrue(message.startsWith("mutants.json line 1: "), message);
        assertTrue(message.contains(part), message);
    }

    private static String checksError(String json) {
        return assertThrows(
                        CatalogueException.class,
                        () -> CatalogueFiles.parseChecks("checks/jqwik.json", Harness.JQWIK, json))
                .getMessage();
    }
}
