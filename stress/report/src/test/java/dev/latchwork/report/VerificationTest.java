package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    private Path folder;

    /** The document has the fields of its schema, under their names. Kills: a field renamed in Java. */
    @Test
    void json_whenWritten_thenFieldsOfTheSchema() throws IOException {
        Project project = Project.inOrder(folder).write(Project.REFERENCE, Outcome.VIOLATED);

        JsonNode document = json(project.verification());

        assertEquals(
                List.of(
                        "schema",
                        "jdk",
                        "arch",
                        "cores",
                        "seconds",
                        "verdicts",
                        "matrix",
                        "canaries",
                        "coverage",
                        "findings"),
                names(document));
        assertEquals(1, document.get("schema").intValue());
        assertEquals(System.getProperty("java.version"), document.get("jdk").textValue());
        assertEquals(System.getProperty("os.arch"), document.get("arch").textValue());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                document.get("cores").intValue());
        assertEquals(90.0, document.get("seconds").doubleValue());
        assertEquals(
                List.of(
                        "id",
                        "property",
                        "subject",
                        "harness",
                        "expected",
                        "verdict",
                        "ok",
                        "effort",
                        "started",
                        "build",
                        "replay"),
                names(document.get("verdicts").get(0)));
        assertEquals(0, document.get("coverage").size());
        assertEquals(
                List.of("reason", "about", "message", "replay"),
                names(document.get("findings").get(0)));
        assertEquals(
                "not as expected", document.get("findings").get(0).get("reason").textValue());
    }

    /** A cell says who was expected, and who did. Kills: a matrix that confuses two numbers, or two harnesses. */
    @Test
    void json_whenMutantKilled_thenCellOfItsHarness() throws IOException {
        Check second = Project.check("jqwik/Wrap/M01", "nothing runs twice", "M01", Outcome.VIOLATED);
        Check blind = Project.check("jqwik/Liveness/M01", "all complete", "M01", Outcome.HELD);
        Project project = Project.inOrder(folder)
                .with(second)
                .with(blind)
                .write(Project.KILL, Outcome.HELD)
                .write(second, Outcome.VIOLATED, Project.effort(5, 0.25), null)
                .write(blind, Outcome.HELD, Project.effort(5, 40), null);

        JsonNode row = json(project.verification()).get("matrix").get(0);

        assertEquals(List.of("mutant", "area", "title", "equivalent", "cells"), names(row));
        assertEquals("M01", row.get("mutant").textValue());
        assertEquals("The ring forgets.", row.get("title").textValue());
        assertEquals(List.of("jqwik"), names(row.get("cells")));
        JsonNode cell = row.get("cells").get("jqwik");
        assertEquals(List.of("expected", "checks", "of", "killed", "blind", "seconds", "property"), names(cell));
        assertTrue(cell.get("expected").booleanValue());
        assertEquals(1, cell.get("killed").intValue());
        assertEquals(2, cell.get("of").intValue());
        assertEquals(1, cell.get("blind").intValue());
        assertEquals(1.75, cell.get("seconds").doubleValue());
        assertEquals("nothing runs twice", cell.get("property").textValue());
    }

    /**
     * Kills that ran at the same time count once, and checks on no mutant not at all. Kills: a sum that is longer than the
     * build.
     */
    @Test
    void matrixSeconds_whenKillsOverlap_thenCountedOnce() throws IOException {
        Check second = Project.check("jqwik/Wrap/M01", "nothing runs twice", "M01", Outcome.VIOLATED);
        Project project = Project.inOrder(folder)
                .with(second)
                .write(Project.REFERENCE, Outcome.HELD, Project.effort(5, 40), null)
                .write(Project.KILL, Outcome.VIOLATED, Project.effort(5, 2.5), null)
                .write(second, Outcome.VIOLATED, Project.effort(5, 4), null);

        assertEquals(4.0, project.verification().matrixSeconds());
    }

    /** A check that did not run stands in the document all the same. Kills: a document of what ran only. */
    @Test
    void json_whenCheckNotRun_thenVerdictSaysSo() throws IOException {
        JsonNode verdict = json(Project.inOrder(folder)
                        .without(Project.REFERENCE)
                        .verification())
                .get("verdicts")
                .get(0);

        assertEquals("jqwik/Ring/reference", verdict.get("id").textValue());
        assertEquals("not run", verdict.get("verdict").textValue());
        assertEquals(false, verdict.get("ok").booleanValue());
        assertEquals(0, verdict.get("effort").size());
    }

    /** The summary counts every verdict and every mutant once. Kills: a sum that loses what did not run. */
    @Test
    void counts_whenOneOfEach_thenAllCounted() throws IOException {
        Check missing = Project.check("jqwik/Missing/reference", "all complete", "reference", Outcome.HELD);
        Project project = Project.inOrder(folder).with(missing).write(Project.REFERENCE, Outcome.UNKNOWN);

        assertEquals(
                "3 checks: 1 as expected, 1 not as expected, 1 not run; 1 mutant: 1 killed, 0 by two harnesses or more",
                project.verification().counts());
    }

    private static JsonNode json(Verification verification) throws IOException {
        return Json.reader().readTree(Json.writer().writeValueAsString(verification));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
