package dev.latchwork.properties;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/**
 * A target that counts the transfers it really makes, which is where an I/O that runs twice shows, whatever the handles
 * say. Compared by identity, as targets are.
 */
final class CountedTarget implements IoTarget {
    private final IoTarget target;
    private final LongAdder transfers;

    /** Counts the transfers of {@code target} in {@code transfers}, which may be shared. */
    CountedTarget(IoTarget target, LongAdder transfers) {
        this.target = target;
        this.transfers = transfers;
    }

    @Override
    public OpenTarget open() throws IOException {
        return new Opened(target.open(), transfers);
    }

    @Override
    public boolean canReopen() {
        return target.canReopen();
    }

    @Override
    public String describe() {
        return target.describe();
    }

    private record Opened(OpenTarget target, LongAdder transfers) implements OpenTarget {
        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            transfers.increment();
            return target.read(buffer, offset);
        }

        @Override
        public int write(ByteBuffer buffer, long offset) throws IOException {
            transfers.increment();
            return target.write(buffer, offset);
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
