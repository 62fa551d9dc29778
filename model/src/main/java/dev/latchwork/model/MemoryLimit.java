package dev.latchwork.model;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the states of an exploration may take, so that one that is too large ends with a reason instead of
 * grinding in the garbage collector. Safe for use by several threads.
 */
final class MemoryLimit {
    /** Of the heap, the part that the states may take; the rest is for candidates, and for the collector to work in. */
    private static final double SHARE_OF_HEAP = 0.85;

    private final long mostBytes;
    private final AtomicLong claimed = new AtomicLong();

    /** @param mostBytes what may be claimed in all, 0 or more */
    MemoryLimit(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The limit that the heap of this JVM sets. */
    static MemoryLimit ofHeap() {
        return new MemoryLimit((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
    }

    /**
     * Counts {@code bytes} as taken.
     *
     * @param states how many states there are, for the message
     * @throws IllegalStateException when the limit is exceeded, naming setting and value
     */
    void claim(long bytes, int states) {
        if (claimed.addAndGet(bytes) > mostBytes) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%,d states take more than the %,d bytes that the heap has for them: raise -Xmx (now %,d bytes)"
                            + " or lower the bounds",
                    states,
                    mostBytes,
                    Runtime.getRuntime().maxMemory()));
        }
    }

    /** Counts {@code bytes} as free again. */
    void release(long bytes) {
        claimed.addAndGet(-bytes);
    }
}
