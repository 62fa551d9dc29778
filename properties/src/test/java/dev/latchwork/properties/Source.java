package dev.latchwork.properties;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** The bytes that workloads read, always the same. Immutable. */
final class Source {
    /** Random, so that no two parts are alike and a transfer from the wrong place shows; the seed does not matter. */
    private static final byte[] CONTENT = new byte[Workload.SOURCE_BYTES];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private Source() {}

    /** Writes a file with the content. */
    static void write(Path file) throws IOException {
        Files.write(file, CONTENT);
    }

    /** The content as a read-only buffer. */
    static ByteBuffer memory() {
        return ByteBuffer.wrap(CONTENT).asReadOnlyBuffer();
    }

    /** What a read of {@code length} bytes at {@code offset} gives; fewer bytes, or none, at and behind the end. */
    static byte[] part(int offset, int length) {
        return Arrays.copyOfRange(CONTENT, Math.min(offset, CONTENT.length), Math.min(offset + length, CONTENT.length));
    }
}
