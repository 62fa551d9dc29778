package dev.latchwork.nemesis;

import dev.latchwork.aio.FileTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files of a run, all of the same size, every block at version 0 at first. Immutable but for the files. */
final class BlockFiles {
    /** Bytes of a block: PostgreSQL's {@code BLCKSZ}. */
    static final int BLOCK = 8192;

    static final int FILES = 4;
    static final int BLOCKS = 512;

    private final Path directory;
    private final FileTarget[] targets = new FileTarget[FILES];

    BlockFiles(Path directory) throws IOException {
        this.directory = directory;
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        for (int file = 0; file < FILES; file++) {
            try (FileChannel channel =
                    FileChannel.open(path(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int block = 0; block < BLOCKS; block++) {
                    BlockContent.fill(buffer, file, block, 0);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
            }
            targets[file] = FileTarget.forWriting(path(file));
            // The first open makes the file behind the path the target's, and creates one if there is none. That must
            // not be
            // left to a session: the file may be away by then.
            targets[file].open().close();
        }
    }

    Path path(int file) {
        return directory.resolve("file" + file);
    }

    FileTarget target(int file) {
        return targets[file];
    }

    /** What is wrong with a block on disk, or null. */
    String fault(int file, int block, long version) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        try (FileChannel channel = FileChannel.open(path(file), StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, (long) block * BLOCK + buffer.position()) < 0) {
                    return "file " + file + " ends in block " + block;
                }
            }
        }
        return BlockContent.fault(buffer, file, block, version);
    }
}
