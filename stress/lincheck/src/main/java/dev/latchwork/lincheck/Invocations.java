package dev.latchwork.lincheck;

import java.nio.ByteBuffer;

/**
 * Counts how often Lincheck ran the code under test: the effort behind a verdict. Written by one thread at a time.
 *
 * <p>The count lies outside the heap because Lincheck puts static fields, and what they refer to, back to their old values
 * between two invocations.
 */
public final class Invocations {
    private static final ByteBuffer COUNT = ByteBuffer.allocateDirect(Long.BYTES);

    private Invocations() {}

    /** One more invocation has begun. */
    public static void count() {
        COUNT.putLong(0, COUNT.getLong(0) + 1);
    }

    static long counted() {
        return COUNT.getLong(0);
    }

    static void reset() {
        COUNT.putLong(0, 0);
    }
}
