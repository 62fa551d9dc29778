package dev.latchwork.nemesis;

import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/** The files of a run, all of the same size, every block at value 0 at first. Immutable but for the files. */
final class BlockFiles {
    /** Bytes of a block: PostgreSQL's {@code BLCKSZ}. */
    static final int BLOCK = 8192;

    static final int FILES = 4;
    /** Blocks of a file. */
    static final int BLOCKS = 512;

    /** Blocks of all files, numbered file by file. */
    static final int ALL = FILES * BLOCKS;

    /** Every so manyth block is one that all sessions use. */
    static final int SHARED_EVERY = 128;

    private final Path directory;
    private final IoTarget[] targets = new IoTarget[FILES];

    /** Makes them in a folder; {@code device} stands between them and whoever opens them. */
    BlockFiles(Path directory, UnaryOperator<IoTarget> device) throws IOException {
        this.directory = directory;
        Files.createDirectory(clock().getParent());
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        for (int file = 0; file < FILES; file++) {
            try (FileChannel channel =
                    FileChannel.open(path(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int block = 0; block < BLOCKS; block++) {
                    BlockContent.fill(buffer, file * BLOCKS + block, 0);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
            }
            targets[file] = device.apply(FileTarget.forWriting(path(file)));
            // The first open makes the file behind the path the target's, and creates one if there is none. That must
            // not
            // be left to a session: the file may be away by then.
            targets[file].open().close();
        }
    }

    /** A file in a folder of its own that tells the time of the file system when it is written to. */
    Path clock() {
        return directory.resolve("clock").resolve("tick");
    }

    /** Whether all sessions use a block, or only one. */
    static boolean isShared(int block) {
        return block % SHARED_EVERY == 0;
    }

    Path path(int file) {
        return directory.resolve("file" + file);
    }

    IoTarget target(int file) {
        return targets[file];
    }

    /** Reads a block of a file that is in its place. */
    void read(FileChannel channel, int block, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, (long) block * BLOCK + buffer.position()) < 0) {
                throw new IOException("a file ends in block " + block);
            }
        }
    }
}
