package dev.latchwork.aio.worker;

import java.util.concurrent.TimeUnit;

/**
 * How long the supervisor waits before it replaces workers that die one after the other without having performed a single
 * I/O. Pure.
 */
final class RestartBackoff {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int DOUBLINGS = 10;

    private RestartBackoff() {}

    /**
     * Nanoseconds to wait after so many fruitless workers in a row: 0 after the first, as upstream; then 1 ms, doubled each
     * time, at most about 1 s.
     */
    static long delayNanos(int fruitless) {
        return fruitless < 2 ? 0 : FIRST_NANOS << Math.min(fruitless - 2, DOUBLINGS);
    }
}
