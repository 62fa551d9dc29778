package dev.latchwork.aio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An opened target. Used by the thread that opened it and no other. Transfers move the buffer's position and may be
 * short, as those of the system calls {@code pread} and {@code pwrite} may.
 */
public interface OpenTarget extends Closeable {
    /**
     * Reads up to the buffer's remaining bytes.
     *
     * @param offset in bytes from the start, 0 or more
     * @return bytes read, 0 at end of file
     */
    int read(ByteBuffer buffer, long offset) throws IOException;

    /**
     * Writes up to the buffer's remaining bytes.
     *
     * @param offset in bytes from the start, 0 or more
     * @return bytes written
     */
    int write(ByteBuffer buffer, long offset) throws IOException;

    /**
     * Reads into several buffers, one after the other, up to the remaining bytes of all.
     *
     * @param offset in bytes from the start, 0 or more
     * @return bytes read, 0 at end of file
     */
    default int read(ByteBuffer[] buffers, long offset) throws IOException {
        return transfer(buffers, offset, false);
    }

    /**
     * Writes several buffers, one after the other, up to the remaining bytes of all.
     *
     * @param offset in bytes from the start, 0 or more
     * @return bytes written
     */
    default int write(ByteBuffer[] buffers, long offset) throws IOException {
        return transfer(buffers, offset, true);
    }

    /** Whether opening the target now would give the same thing, and may be used still. */
    default boolean isCurrent() {
        return true;
    }

    /** Buffer after buffer, until one is not transferred whole. */
    private int transfer(ByteBuffer[] buffers, long offset, boolean write) throws IOException {
        int total = 0;
        for (ByteBuffer buffer : buffers) {
            int wanted = buffer.remaining();
            int transferred = write ? write(buffer, offset + total) : read(buffer, offset + total);
            total += transferred;
            if (transferred < wanted) {
                break;
            }
        }
        return total;
    }
}
