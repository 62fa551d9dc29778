package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRunTest {
    private static final Check KILL = Examples.check("jqwik/Example/M01", "M01", Harness.JQWIK, Outcome.VIOLATED);
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Examples.held(), KILL), List.of(Examples.mutant("M01", Harness.JQWIK)));

    @TempDir
    private Path reportFolder;

    /** A verdict's fields have the names of the file format, in its order. Kills: a field renamed in Java. */
    @Test
    void finish_whenAsExpected_thenFileHasTheFormatsFields() throws IOException {
        Path witness = Files.createDirectories(reportFolder.resolve("traces")).resolve("lost.jsonl");
        Files.createFile(witness);

        start(KILL).finish(Outcome.VIOLATED, Effort.of("sequences", 7).and("seed", "42"), witness, "handle 3 is lost");

        JsonNode json = Json.reader().readTree(fileOf(KILL).toFile());
        List<String> fields = new ArrayList<>();
        json.fieldNames().forEachRemaining(fields::add);
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
                        "witness",
                        "detail",
                        "started",
                        "build",
                        "replay"),
                fields);
        assertEquals("jqwik/Example/M01", json.get("id").textValue());
        assertEquals("nothing is lost", json.get("property").textValue());
        assertEquals("M01", json.get("subject").textValue());
        assertEquals("jqwik", json.get("harness").textValue());
        assertEquals("violated", json.get("expected").textValue());
        assertEquals("violated", json.get("verdict").textValue());
        assertTrue(json.get("ok").booleanValue());
        assertEquals(7, json.get("effort").get("sequences").intValue());
        assertEquals("42", json.get("effort").get("seed").textValue());
        assertTrue(json.get("effort").get("seconds").doubleValue() >= 0);
        assertEquals("traces/lost.jsonl", json.get("witness").textValue());
        assertEquals("handle 3 is lost", json.get("detail").textValue());
        assertEquals("mvn -pl example test", json.get("replay").textValue());
    }

    /** The time lies between start and finish. Kills: a clock that starts at the finish, or never. */
    @Test
    void finish_whenAsExpected_thenTimeIsMeasured() {
        Instant before = Instant.now();
        long nanosBefore = System.nanoTime();
        CheckRun run = start(Examples.held());
        long nanosStarted = System.nanoTime();
        while (System.nanoTime() - nanosStarted < 2_000_000) {
            Thread.onSpinWait();
        }

        Verdict verdict = run.finish(Outcome.HELD, Effort.of("sequences", 1));

        double outer = (System.nanoTime() - nanosBefore) / 1e9;
        double seconds = verdict.effort().seconds().orElseThrow();
        assertTrue(seconds >= 0.002 && seconds <= outer, seconds + " of " + outer);
        assertFalse(verdict.started().isBefore(before));
        assertFalse(verdict.started().isAfter(Instant.now()));
    }

    /** A verdict that is read back is the one that was returned. Kills: a field that is written and not read. */
    @Test
    void finish_whenAsExpected_thenFileReadsBackAsTheVerdict() throws IOException {
        Verdict verdict = start(Examples.held()).finish(Outcome.HELD, Effort.of("sequences", 1));

        assertEquals(verdict, VerdictFolder.within(reportFolder).read(fileOf(Examples.held())));
    }

    /**
     * Any outcome but the expected one fails the test, and is on file all the same. Kills: a run that only writes, and
     * a run that only throws.
     */
    @Test
    void finish_whenNotAsExpected_thenAssertionErrorAndVerdictOnFile() throws IOException {
        for (Check check : List.of(Examples.held(), KILL)) {
            for (Outcome outcome : Outcome.values()) {
                if (outcome == check.expected()) {
                    continue;
                }
                CheckRun run = start(check);
                assertThrows(AssertionError.class, () -> run.finish(outcome, Effort.of("sequences", 1)));

                Verdict written = VerdictFolder.within(reportFolder).read(fileOf(check));
                assertEquals(outcome, written.outcome());
                assertFalse(written.ok());
            }
        }
    }

    /** The failure says all that a reader needs to repeat it. Kills: a message without the replay command. */
    @Test
    void finish_whenNotAsExpected_thenMessageSaysWhatAndHowToRepeat() throws IOException {
        Files.createFile(reportFolder.resolve("shortest.txt"));
        String message = assertThrows(
                        AssertionError.class,
                        () -> start(KILL)
                                .finish(
                                        Outcome.HELD,
                                        Effort.of("sequences", 7),
                                        Path.of("shortest.txt"),
                                        "nothing was lost"))
                .getMessage();

        assertEquals("""
                jqwik/Example/M01: expected violated, verdict held
                  property  nothing is lost
                  subject   M01
                  effort    7 sequences, # s
                  detail    nothing was lost
                  witness   shortest.txt
                  replay    mvn -pl example test""", message.replaceFirst("[0-9.]+ s\\b", "# s").replace(System.lineSeparator(), "\n"));
    }

    /** The expected outcome without work is a failure. Kills: a harness that ran nothing and is green. */
    @Test
    void finish_whenNoEffort_thenAssertionError() throws IOException {
        for (Effort effort : List.of(Effort.none(), Effort.of("sequences", 0).and("tries", 1000))) {
            String message = assertThrows(
                            AssertionError.class, () -> start(Examples.held()).finish(Outcome.HELD, effort))
                    .getMessage();
            assertTrue(
                    message.startsWith("jqwik/Example/reference: expected held, verdict held, but no effort was made"),
                    message);
            assertFalse(VerdictFolder.within(reportFolder)
                    .read(fileOf(Examples.held()))
                    .ok());
        }
    }

    /** A run has one verdict. Kills: a second verdict that hides the first. */
    @Test
    void finish_whenFinishedBefore_thenErrorAndFirstVerdictStays() throws IOException {
        CheckRun run = start(Examples.held());
        assertThrows(AssertionError.class, () -> run.finish(Outcome.VIOLATED, Effort.of("sequences", 1)));

        assertEquals(
                "the run of check 'jqwik/Example/reference' was finished before",
                assertThrows(IllegalStateException.class, () -> run.finish(Outcome.HELD, Effort.of("sequences", 1)))
                        .getMessage());
        assertEquals(
                Outcome.VIOLATED,
                VerdictFolder.within(reportFolder).read(fileOf(Examples.held())).outcome());
    }

    /** A witness is a file that travels with the report. Kills: a path of one machine, or of nothing, as evidence. */
    @Test
    void finish_whenWitnessMissingOrOutside_thenError(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.createFile(elsewhere.resolve("outside.txt"));
        for (Path witness : List.of(outside, Path.of("absent.txt"), Path.of("..", "absent.txt"))) {
            assertEquals(
                    "the witness of check 'jqwik/Example/reference' is no file of the report's folder: " + witness,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> start(Examples.held())
                                            .finish(Outcome.HELD, Effort.of("sequences", 1), witness, null))
                            .getMessage());
        }
    }

    /** A check that is not in the catalogue does not run. Kills: a run that makes up its own expectation. */
    @Test
    void start_whenUnknownCheck_thenError() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CheckRun.start(CATALOGUE, reportFolder, "jqwik/Example/unheard-of"));
    }

    private CheckRun start(Check check) {
        return CheckRun.start(CATALOGUE, reportFolder, check.id());
    }

    private Path fileOf(Check check) {
        return reportFolder.resolve("verdicts").resolve(check.id() + ".json");
    }
}
