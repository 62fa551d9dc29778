package dev.latchwork.aio.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountLinesTest {
    @TempDir
    Path directory;

    /** The guide's program does what it says, across blocks, batches and a partial last block. */
    @Test
    void count_whenLargerThanABatch_thenAllLines() throws IOException {
        Path file = Files.writeString(directory.resolve("lines"), "a line of text\n".repeat(200_003));
        assertEquals(200_003, CountLines.count(file));
    }

    /** The guide shows this very program. */
    @Test
    void guide_whenItShowsTheProgram_thenItIsThisOne() throws IOException {
        Path root = Path.of(System.getProperty("latchwork.root"));
        String program = Files.readString(root.resolve("impl/src/test/java/dev/latchwork/aio/example/CountLines.java"));
        assertTrue(
                Files.readString(root.resolve("docs/using-impl.md")).contains("```java\n" + program + "```"),
                "docs/using-impl.md does not show CountLines.java as it is");
    }
}
