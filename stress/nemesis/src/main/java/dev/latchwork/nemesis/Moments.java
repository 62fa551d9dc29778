package dev.latchwork.nemesis;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The moments of a history: numbers of one counter, from 1. Taking one is a full fence, so what a thread did before it took a
 * moment is seen by whoever takes a later one. Thread-safe.
 */
final class Moments {
    private final AtomicInteger next = new AtomicInteger(1);

    int take() {
        return next.getAndIncrement();
    }

    /** Takes several in a row; returns the first. */
    int take(int count) {
        return next.getAndAdd(count);
    }
}
