package dev.latchwork.tla;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that exists until it is closed. Each TLC process gets its own: two that share a state folder or a temporary
 * folder destroy each other's files.
 *
 * @param path an empty folder at first
 */
public record ScratchFolder(Path path) implements AutoCloseable {

    /** A new folder. */
    public static ScratchFolder create() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("latchwork-"));
    }

    /** A new folder in this one. */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(path.resolve(name));
    }

    /** A file in this folder, which need not exist. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Deletes the folder and everything in it. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
