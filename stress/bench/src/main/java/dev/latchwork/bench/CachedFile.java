package dev.latchwork.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A small file that the operating system has in memory, so that a read costs a copy and no waiting, and a buffer for each
 * of its blocks.
 */
@State(Scope.Benchmark)
public class CachedFile {
    /** Bytes of a block: PostgreSQL's {@code BLCKSZ}. */
    static final int BLOCK = 8192;

    /** Blocks that are read by one batch. */
    @Param({"1", "8", "32"})
    public int batch;

    private Path path;
    private FileChannel channel;
    private ByteBuffer[] buffers;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void create() throws IOException {
        byte[] content = new byte[batch * BLOCK];
        new Random(1).nextBytes(content);
        path = Files.write(Files.createTempFile("latchwork-bench", null), content);
        channel = FileChannel.open(path, StandardOpenOption.READ);
        buffers = new ByteBuffer[batch];
        for (int i = 0; i < batch; i++) {
            buffers[i] = ByteBuffer.allocateDirect(BLOCK);
        }
    }

    /** Deletes the file. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        channel.close();
        Files.delete(path);
    }

    Path path() {
        return path;
    }

    /** The file, opened for the benchmark's thread. */
    FileChannel channel() {
        return channel;
    }

    /** The buffer of a block, empty; 0 to batch - 1. */
    ByteBuffer buffer(int block) {
        return buffers[block].clear();
    }
}
