package dev.latchwork.aio;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Memory of the issuer, which no other process could see: it cannot be reopened, so its I/Os run in the submitter.
 * The buffer given at creation must not be used by others while I/Os on it are in flight.
 */
public final class MemoryTarget implements IoTarget {
    private final ByteBuffer memory;

    /** A target over the whole capacity of {@code memory}. */
    public MemoryTarget(ByteBuffer memory) {
        this.memory = Objects.requireNonNull(memory, "memory").duplicate().clear();
    }

    @Override
    public OpenTarget open() {
        return new OpenMemory(memory.duplicate());
    }

    @Override
    public boolean canReopen() {
        return false;
    }

    @Override
    public String describe() {
        return "memory of " + memory.capacity() + " bytes";
    }

    private record OpenMemory(ByteBuffer view) implements OpenTarget {
        @Override
        public int read(ByteBuffer buffer, long offset) {
            int length = transferable(buffer, offset);
            window(offset, length);
            buffer.put(view);
            return length;
        }

        @Override
        public int write(ByteBuffer buffer, long offset) {
            int length = transferable(buffer, offset);
            window(offset, length);
            int limit = buffer.limit();
            buffer.limit(buffer.position() + length);
            view.put(buffer);
            buffer.limit(limit);
            return length;
        }

        private int transferable(ByteBuffer buffer, long offset) {
            return (int) Math.max(0, Math.min(buffer.remaining(), view.capacity() - offset));
        }

        private void window(long offset, int length) {
            int start = (int) Math.min(offset, view.capacity());
            view.limit(start + length).position(start);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
