package dev.latchwork.bench;

import dev.latchwork.aio.FileTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file in the page cache, of so many blocks of 8 KiB. Deleted by {@link #close}. */
final class CachedFile implements AutoCloseable {
    static final int BLOCK = 8 << 10;

    private final Path path;

    CachedFile(int blocks) throws IOException {
        path = Files.createTempFile("latchwork-bench", null);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < blocks; i++) {
                block.clear();
                while (block.hasRemaining()) {
                    channel.write(block);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    /** As the peers use it: opened once, and not looked at again. */
    FileTarget target() {
        return FileTarget.forReading(path).trusting();
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
