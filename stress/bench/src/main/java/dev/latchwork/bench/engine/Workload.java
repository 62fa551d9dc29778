package dev.latchwork.bench.engine;

import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the I/Os of a batch do. Block {@code i} of the batch is read from offset {@code i} times {@link #BLOCK}. */
public enum Workload {
    /** Nothing: the hand-over alone. */
    NO_OP("no-op") {
        @Override
        long latencyNanos(int block) {
            return 0;
        }
    },
    /** Reads from a file that the operating system has in memory: a system call and a copy. */
    CACHED_READ("cached 8 KiB read") {
        @Override
        long latencyNanos(int block) {
            return 0;
        }

        @Override
        public IoTarget target(Path file) {
            return FileTarget.forReading(file);
        }

        @Override
        public BlockReader reader(FileChannel channel) {
            return (block, buffer) -> {
                if (channel.read(buffer, (long) block * BLOCK) != BLOCK) {
                    throw new IOException("short read of block " + block);
                }
            };
        }
    },
    /** A device that answers after 100 us, during which its reader sleeps. */
    SLOW_DEVICE("100 us device") {
        @Override
        long latencyNanos(int block) {
            return TimeUnit.MICROSECONDS.toNanos(100);
        }
    },
    /** Of eight blocks six answer at once, one after 100 us and one after 1 ms: a cache in front of a device. */
    MIXED("mixed latencies") {
        @Override
        long latencyNanos(int block) {
            return switch (block % 8) {
                case 3 -> TimeUnit.MICROSECONDS.toNanos(100);
                case 6 -> TimeUnit.MILLISECONDS.toNanos(1);
                default -> 0;
            };
        }
    };

    /** Bytes of a block: PostgreSQL's {@code BLCKSZ}. */
    public static final int BLOCK = 8192;

    private final String words;

    Workload(String words) {
        this.words = words;
    }

    /** For tables. */
    public String inWords() {
        return words;
    }

    abstract long latencyNanos(int block);

    /** The target of the worker method's I/Os. */
    public IoTarget target(Path file) {
        return new SimulatedDevice(this);
    }

    /** The same for engines without targets. Thread-safe. */
    public BlockReader reader(FileChannel channel) {
        return (block, buffer) -> SimulatedDevice.transfer(this, block, buffer);
    }

    /** Reads one block. */
    @FunctionalInterface
    public interface BlockReader {
        /** Reads block {@code block} into {@code buffer}, which is empty and has room for it. */
        void read(int block, ByteBuffer buffer) throws IOException;
    }
}
