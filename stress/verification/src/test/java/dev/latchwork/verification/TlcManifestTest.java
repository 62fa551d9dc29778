package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlcManifestTest {
    private static final String MANIFEST = """
            {"models": [{"cfg": "MCExample_small", "module": "MCExample", "subject": "reference", "expected": "held",
              "properties": ["TypeOK", "NoLostWakeup"], "mutant": false, "phase": "test", "workers": 2, "exit": 0,
              "distinct": 18149, "diameter": 31, "seconds": 4.2, "comment": "smallest pool that hands over"}]}
            """;

    /** One check for each property of a model, named after both. Kills: one check for a model of many properties. */
    @Test
    void checks_whenModelOfTwoProperties_thenTwoChecks() {
        List<Check> checks = TlcManifest.parse(MANIFEST).checks();

        assertEquals(
                List.of("tlc/MCExample_small/TypeOK", "tlc/MCExample_small/NoLostWakeup"),
                checks.stream().map(Check::id).toList());
        assertEquals(
                List.of("TypeOK", "NoLostWakeup"),
                checks.stream().map(Check::property).toList());
        assertTrue(checks.stream()
                .allMatch(check -> check.harness() == Harness.TLC
                        && check.subject().equals("reference")
                        && check.expected() == Outcome.HELD
                        && check.phase() == Phase.TEST));
    }

    /** What is about the run and not about one model stands there too. Kills: a reader that passes over it. */
    @Test
    void checks_whenDistributed_thenAfterTheModels() {
        List<Check> checks = TlcManifest.parse(withDistributed("tlc")).checks();

        assertEquals("tlc/Distributed/x", checks.get(checks.size() - 1).id());
    }

    /** The manifest is TLC's. Kills: another harness's check that its owner does not find. */
    @Test
    void parse_whenDistributedOfAnotherHarness_thenError() {
        assertError("check 'unit/Distributed/x' belongs to the harness unit, not to tlc", withDistributed("unit"));
    }

    private static String withDistributed(String harness) {
        return MANIFEST.replace("}]}", """
                }], "distributed": [{"id": "%1$s/Distributed/x", "property": "x", "subject": "reference",
                  "harness": "%1$s", "expected": "held", "phase": "verify", "replay": "mvn"}]}
                """.formatted(harness));
    }

    /** TLC says nothing about a second property of a run that it stopped. Kills: a violation counted for both. */
    @Test
    void parse_whenViolationExpectedOfTwoProperties_thenError() {
        assertError(
                "model 'MCExample_small': TLC stops at the first violation, so a model that expects one names exactly"
                        + " the property that is violated, not [TypeOK, NoLostWakeup]",
                MANIFEST.replace("\"held\"", "\"violated\""));
    }

    /** A model without a property checks nothing. Kills: a model that is run and never appears in the report. */
    @Test
    void parse_whenNoProperty_thenError() {
        assertError("model 'MCExample_small': no property", MANIFEST.replace("[\"TypeOK\", \"NoLostWakeup\"]", "[]"));
    }

    /** The mark and the subject agree. Kills: a mutant of the specification that the matrix does not show. */
    @Test
    void parse_whenMarkOfMutantContradictsSubject_thenError() {
        assertError(
                "model 'MCExample_small': mutant is true, yet the subject is 'reference'",
                MANIFEST.replace("\"mutant\": false", "\"mutant\": true"));
        assertError(
                "model 'MCExample_small': mutant is false, yet the subject is 'M05'",
                MANIFEST.replace("\"reference\"", "\"M05\""));
    }

    /** The manifest is read as strictly as every other file. Kills: a pinned number under a misspelt name. */
    @Test
    void parse_whenUnknownOrMissingField_thenError() {
        assertError("Unrecognized field \"states\"", MANIFEST.replace("\"exit\"", "\"states\": 1, \"exit\""));
        assertError("Missing required creator property 'exit'", MANIFEST.replace("\"exit\": 0,", ""));
    }

    private static void assertError(String part, String json) {
        String message = assertThrows(CatalogueException.class, () -> TlcManifest.parse(json))
                .getMessage();
        assertTrue(message.startsWith("TLC manifest line "), message);
        assertTrue(message.contains(part), message);
    }
}
