package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsPageTest {
    private static final String WRITE = "latchwork.mutants.write";

    /**
     * {@code docs/mutants.md} is what the catalogue gives; with {@code -Dlatchwork.mutants.write} it is written anew. Kills:
     * a page that tells of mutants which nobody holds against anything any more.
     */
    @Test
    void markdown_always_thenAsInDocs() throws IOException {
        Path root = Path.of(System.getProperty("latchwork.root"));
        Path page = root.resolve("docs").resolve("mutants.md");
        String markdown = new MutantsPage(Catalogue.load(root)).markdown();
        if (System.getProperty(WRITE) != null) {
            Files.writeString(page, markdown);
        }
        assertEquals(markdown, Files.readString(page), "write it anew with -D" + WRITE);
    }

    /** Each mutant stands in its area, with its killers. Kills: a page that drops an area, or shows the wrong killers. */
    @Test
    void markdown_whenTwoAreas_thenEachWithItsMutant() {
        Catalogue catalogue = Catalogue.of(
                List.of(),
                List.of(
                        new Mutant("M02", Area.LATCH, "It forgets.", false, List.of(Harness.JQWIK, Harness.TLC)),
                        new Mutant("M01", Area.RING, "Nobody can tell.", true, List.of())));

        String markdown = new MutantsPage(catalogue).markdown();

        assertTrue(markdown.endsWith("""
                2 mutants: 1 are found by harnesses of two kinds or more, 1 is equivalent.

                ## Ring

                | mutant | the mistake | found by | looked at, not seen by |
                |---|---|---|---|
                | M01 | Nobody can tell. | nobody: equivalent |  |

                ## Latch

                | mutant | the mistake | found by | looked at, not seen by |
                |---|---|---|---|
                | M02 | It forgets. | tlc, jqwik |  |
                """), markdown);
    }
}
