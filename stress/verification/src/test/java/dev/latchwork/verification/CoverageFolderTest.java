package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageFolderTest {
    @TempDir
    Path report;

    /** What was written last is read, each kind by its name. Kills: a kind that hides another. */
    @Test
    void read_whenWrittenTwice_thenTheLastOfEachKind() throws IOException {
        CoverageFolder folder = CoverageFolder.within(report);
        folder.write("runs", Map.of("events", 1));
        folder.write("runs", Map.of("events", 2));
        folder.write("replay", Map.of("covered", 3));
        assertEquals(Map.of("runs", Map.of("events", 2), "replay", Map.of("covered", 3)), folder.read());
    }

    /** A build that reached nothing has no folder. Kills: a report that needs one. */
    @Test
    void read_whenNothingWasWritten_thenEmpty() throws IOException {
        assertEquals(Map.of(), CoverageFolder.within(report).read());
    }

    /** A file that is none is an error, not an empty field. Kills: coverage that is lost in silence. */
    @Test
    void read_whenAFileIsNone_thenFails() throws IOException {
        Path folder = Files.createDirectories(report.resolve("coverage"));
        Files.writeString(folder.resolve("runs.json"), "{");
        assertThrows(IOException.class, () -> CoverageFolder.within(report).read());
    }
}
