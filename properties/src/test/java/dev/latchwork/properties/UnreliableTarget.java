package dev.latchwork.properties;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A target whose reads are not what was asked for, as a system call's need not be. Compared by identity, as targets are.
 */
final class UnreliableTarget implements IoTarget {
    /** What goes wrong. */
    enum Fault {
        /** Half of the bytes are transferred, and no error is reported. */
        SHORT,
        /** The bytes are transferred, and then it turns out to be an error. */
        FAILS
    }

    private final IoTarget target;
    private final Fault fault;

    UnreliableTarget(IoTarget target, Fault fault) {
        this.target = target;
        this.fault = fault;
    }

    /** Bytes that a short read gives when so many are wanted and there: fewer, and none of one. */
    static int shortened(int length) {
        return length / 2;
    }

    @Override
    public OpenTarget open() throws IOException {
        return new Opened(target.open(), fault);
    }

    @Override
    public boolean canReopen() {
        return target.canReopen();
    }

    @Override
    public String describe() {
        return target.describe();
    }

    private record Opened(OpenTarget target, Fault fault) implements OpenTarget {
        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            if (fault == Fault.FAILS) {
                ByteBuffer wasted = ByteBuffer.allocate(buffer.remaining());
                throw new IOException(target.read(wasted, offset) + " bytes, and then an error, as chosen");
            }
            int limit = buffer.limit();
            buffer.limit(buffer.position() + shortened(buffer.remaining()));
            try {
                return target.read(buffer, offset);
            } finally {
                buffer.limit(limit);
            }
        }

        @Override
        public int write(ByteBuffer buffer, long offset) {
            throw new UnsupportedOperationException("only reads are unreliable here");
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
