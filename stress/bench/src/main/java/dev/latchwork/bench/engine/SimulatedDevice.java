package dev.latchwork.bench.engine;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/** A device that answers after its workload's latency and transfers nothing. Immutable. */
record SimulatedDevice(Workload workload) implements IoTarget {
    /** Waits as long as the block takes; the kernel's timer adds its slack. */
    static void transfer(Workload workload, int block, ByteBuffer buffer) {
        long latency = workload.latencyNanos(block);
        if (latency > 0) {
            long end = System.nanoTime() + latency;
            for (long left = latency; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        buffer.position(buffer.limit());
    }

    @Override
    public OpenTarget open() {
        return new OpenTarget() {
            @Override
            public int read(ByteBuffer buffer, long offset) {
                int bytes = buffer.remaining();
                transfer(workload, (int) (offset / Workload.BLOCK), buffer);
                return bytes;
            }

            @Override
            public int write(ByteBuffer buffer, long offset) {
                throw new UnsupportedOperationException("the benchmarks read only");
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Override
    public boolean canReopen() {
        return true;
    }

    @Override
    public String describe() {
        return "simulated device: " + workload.inWords();
    }
}
