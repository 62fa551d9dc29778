package dev.latchwork.verification;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files of which a reader sees all or nothing: under a temporary name beside the file, which ends in {@code .tmp}, and then
 * moved onto it. A writer that is killed leaves that one behind, which harms nobody. Stateless; of two writers of one file, the
 * later move wins.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what is to be in the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it all; the writer is closed by the caller. */
        void writeTo(BufferedWriter out) throws IOException;
    }

    /**
     * Writes the file, in UTF-8, and the folders that it lies in.
     *
     * @return the file
     * @throws IOException if it cannot be written; then it is as it was
     */
    public static Path write(Path file, Content content) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
                content.writeTo(out);
            }
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
