package dev.latchwork.lincheck;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file of one byte in memory; Lincheck knows no channels. It is its own open form. Any thread. */
public class OneByteTarget implements IoTarget, OpenTarget {
    private static final byte CONTENT = 7;

    @Override
    public OpenTarget open() throws IOException {
        return this;
    }

    @Override
    public final boolean canReopen() {
        return true;
    }

    @Override
    public final String describe() {
        return "one byte";
    }

    @Override
    public int read(ByteBuffer buffer, long offset) {
        buffer.put(CONTENT);
        return 1;
    }

    @Override
    public final int write(ByteBuffer buffer, long offset) {
        throw new UnsupportedOperationException("only reads are submitted");
    }

    @Override
    public final void close() {
        // Nothing is held.
    }
}
