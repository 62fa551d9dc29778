package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Json;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    @TempDir
    private Path folder;

    /** Each finding is new, resolved or ongoing, whatever its words are. Kills: a comparison of messages, or of counts. */
    @Test
    void compare_whenFindingsChange_thenEachInItsPlace() throws IOException {
        Verification before = Project.inOrder(Files.createDirectory(folder.resolve("before")))
                .without(Project.REFERENCE)
                .without(Project.KILL)
                .verification();
        Path document = Files.writeString(
                folder.resolve("verification.json"), Json.writer().writeValueAsString(before));
        Verification now = Project.inOrder(Files.createDirectory(folder.resolve("now")))
                .without(Project.REFERENCE)
                .with(Project.check("trace/New/reference", "nothing is lost", "reference", Outcome.HELD))
                .verification();

        Baseline baseline = Baseline.compare(document, now.findings());

        assertEquals(
                List.of("jqwik/Ring/reference"),
                baseline.ongoing().stream().map(Finding::about).toList());
        assertEquals(
                List.of("trace/New/reference"),
                baseline.fresh().stream().map(Finding::about).toList());
        assertEquals(before.findings().size() - 1, baseline.resolved().size());
        String html = BaselineSection.of(Optional.of(baseline)).toString();
        assertTrue(html.contains("1 new, " + baseline.resolved().size() + " resolved, 1 ongoing."), html);
    }

    /** A file that is no such document is refused. Kills: a comparison with nothing, in which all is new. */
    @Test
    void compare_whenTheFileIsAnother_thenRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThrows(IOException.class, () -> Baseline.compare(other, List.of()));
    }
}
