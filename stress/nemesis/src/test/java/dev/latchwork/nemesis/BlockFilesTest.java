package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFilesTest {
    @TempDir
    private Path directory;

    /**
     * A target stands for the file that was made for it. It did not: the nemesis took a file away before any session had
     * opened it, the first open made an empty one in its place, and a read of it ended at once. Kills: a run that leaves
     * the first open to its sessions.
     */
    @Test
    void open_whenTheFileIsAwayBeforeAnySessionOpensIt_thenNoSuchFile() throws IOException {
        BlockFiles files = new BlockFiles(directory, UnaryOperator.identity());
        for (int file = 0; file < BlockFiles.FILES; file++) {
            Files.move(files.path(file), directory.resolve("hidden"));

            int away = file;
            assertThrows(
                    NoSuchFileException.class, () -> files.target(away).open().close());

            assertFalse(Files.exists(files.path(file)), "another file in its place");
            Files.move(directory.resolve("hidden"), files.path(file));
        }
    }
}
