package dev.latchwork.nemesis;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between targets and whoever opens them, and does to their transfers what a {@link DeviceFaults} says. The n-th
 * transfer of a run is good or not by the seed alone; which I/O that is depends on the schedule. Thread-safe.
 */
final class FaultyDevice {
    private final DeviceFaults faults;
    private final long seed;
    private final AtomicLong transfers = new AtomicLong();
    private final AtomicLong shorts = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong slows = new AtomicLong();

    FaultyDevice(DeviceFaults faults, long seed) {
        this.faults = faults;
        this.seed = seed;
    }

    /** The target on this device; itself if the device is a good one. */
    IoTarget on(IoTarget target) {
        return faults.isNone() ? target : new Target(target);
    }

    /** Transfers that ended early. */
    long shorts() {
        return shorts.get();
    }

    /** Transfers that failed. */
    long errors() {
        return errors.get();
    }

    /** Transfers that took longer. */
    long slows() {
        return slows.get();
    }

    private final class Target implements IoTarget {
        private final IoTarget target;

        Target(IoTarget target) {
            this.target = target;
        }

        @Override
        public OpenTarget open() throws IOException {
            return new Open(target.open());
        }

        @Override
        public boolean canReopen() {
            return target.canReopen();
        }

        @Override
        public String describe() {
            return target.describe();
        }
    }

    /** Vectored transfers come piece by piece, by the interface's own methods. */
    private final class Open implements OpenTarget {
        private final OpenTarget target;

        Open(OpenTarget target) {
            this.target = target;
        }

        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            return transfer(buffer, offset, false);
        }

        @Override
        public int write(ByteBuffer buffer, long offset) throws IOException {
            return transfer(buffer, offset, true);
        }

        private int transfer(ByteBuffer buffer, long offset, boolean write) throws IOException {
            SplittableRandom random = new SplittableRandom(seed + transfers.incrementAndGet());
            if (random.nextDouble() < faults.slowShare()) {
                slows.incrementAndGet();
                beSlow();
            }
            if (random.nextDouble() < faults.errorShare()) {
                errors.incrementAndGet();
                if (random.nextBoolean()) {
                    whole(buffer, offset, write);
                }
                throw new IOException("injected: the device failed");
            }
            if (random.nextDouble() < faults.shortShare()) {
                shorts.incrementAndGet();
                int limit = buffer.limit();
                int pieces = buffer.remaining() / BlockContent.PIECE;
                buffer.limit(buffer.position() + random.nextInt(pieces) * BlockContent.PIECE);
                try {
                    return whole(buffer, offset, write);
                } finally {
                    buffer.limit(limit);
                }
            }
            return whole(buffer, offset, write);
        }

        private int whole(ByteBuffer buffer, long offset, boolean write) throws IOException {
            return write ? target.write(buffer, offset) : target.read(buffer, offset);
        }

        @Override
        public boolean isCurrent() {
            return target.isCurrent();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }

    /** What is wanted is the time itself: the worker is busy with this I/O, and others go on. */
    private static void beSlow() {
        long end = System.nanoTime() + DeviceFaults.SLOW_NANOS;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
