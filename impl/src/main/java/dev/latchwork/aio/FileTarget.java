package dev.latchwork.aio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** A file, named by its path. Any worker may reopen it. Compared by identity: one object, one entry in a cache. */
public final class FileTarget implements IoTarget {
    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);
    private static final Set<StandardOpenOption> READ_WRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);

    private final Path path;
    private final Set<StandardOpenOption> options;

    private FileTarget(Path path, Set<StandardOpenOption> options) {
        this.path = Objects.requireNonNull(path, "path");
        this.options = options;
    }

    /** A file that must exist, for reading only. */
    public static FileTarget forReading(Path path) {
        return new FileTarget(path, READ);
    }

    /** A file for reading and writing, created when it is opened and does not exist. */
    public static FileTarget forWriting(Path path) {
        return new FileTarget(path, READ_WRITE);
    }

    @Override
    public OpenTarget open() throws IOException {
        return new OpenFile(FileChannel.open(path, options));
    }

    @Override
    public boolean canReopen() {
        return true;
    }

    @Override
    public String describe() {
        return "file \"" + path + "\"";
    }

    @Override
    public String toString() {
        return describe();
    }

    private record OpenFile(FileChannel channel) implements OpenTarget {
        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            // FileChannel says -1 at end of file where pread says 0.
            return Math.max(0, channel.read(buffer, offset));
        }

        @Override
        public int write(ByteBuffer buffer, long offset) throws IOException {
            return channel.write(buffer, offset);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
