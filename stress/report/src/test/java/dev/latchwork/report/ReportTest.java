package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** An open gate leaves all forms of the report, and its mark. Kills: a report that is printed and not written. */
    @Test
    void make_whenAllAsExpected_thenEveryFormAndTheMark() throws IOException {
        assertTrue(make(Project.inOrder(folder)));

        assertEquals(
                2,
                Json.reader()
                        .readTree(text("verification.json"))
                        .get("verdicts")
                        .size());
        assertTrue(text("index.html").contains("✓ Passed."));
        assertTrue(Files.exists(folder.resolve("passed")));
        assertTrue(printed.toString(StandardCharsets.UTF_8).endsWith("gate: passed" + System.lineSeparator()));
    }

    /**
     * A shut gate leaves all forms of the report, and takes away the mark that an earlier build left. Kills: a build
     * that passes on the mark of the one before.
     */
    @Test
    void make_whenShutAfterOpen_thenEveryFormAndNoMark() throws IOException {
        assertTrue(make(Project.inOrder(folder)));

        assertFalse(make(Project.inOrder(folder).without(Project.REFERENCE)));

        assertEquals(
                "not run",
                Json.reader()
                        .readTree(text("verification.json"))
                        .get("verdicts")
                        .get(0)
                        .get("verdict")
                        .textValue());
        assertTrue(text("index.html").contains("✗ Failed: 1 finding."));
        assertFalse(Files.exists(folder.resolve("passed")));
        assertTrue(
                printed.toString(StandardCharsets.UTF_8).endsWith("gate: FAILED, 1 finding" + System.lineSeparator()));
    }

    private boolean make(Project project) throws IOException {
        return project.report()
                .make(new PrintStream(printed, true, StandardCharsets.UTF_8), Project.STARTED.plusSeconds(90));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
