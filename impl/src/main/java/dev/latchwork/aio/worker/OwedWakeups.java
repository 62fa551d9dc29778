package dev.latchwork.aio.worker;

import dev.latchwork.aio.latch.Latch;

/**
 * Latches that an agent has taken the duty to set, by choosing their workers under the queue lock, and sets once it has
 * released the lock: the patch's {@code latches[]} and {@code wakeup}. Used by one thread.
 */
final class OwedWakeups {
    private final int[] workers;
    private final Latch[] latches;
    private int next;
    private int end;

    OwedWakeups(int most) {
        workers = new int[most];
        latches = new Latch[most];
    }

    /** Owes one more; {@code latch} is null when the chosen worker's slot was free (fault A). */
    void add(int worker, Latch latch) {
        workers[end] = worker;
        latches[end] = latch;
        end++;
    }

    boolean isEmpty() {
        return next == end;
    }

    int size() {
        return end - next;
    }

    /** The worker whose latch is set in {@code later} turns from now, 0 for the next one. */
    int worker(int later) {
        return workers[next + later];
    }

    /** Whether that latch is null: the worker's slot was free when it was chosen. */
    boolean isNullLatch(int later) {
        return latches[next + later] == null;
    }

    /**
     * Sets the first latch.
     *
     * @return the worker that it belongs to
     * @throws IllegalStateException for a null latch, which is a crash of the server in the patch
     */
    int deliverFirst() {
        int worker = workers[next];
        Latch latch = latches[next];
        latches[next] = null;
        next++;
        if (next == end) {
            next = 0;
            end = 0;
        }
        if (latch == null) {
            throw new IllegalStateException(
                    "SetLatch(NULL): worker " + worker + " was chosen from the idle set, but its slot is free");
        }
        latch.set();
        return worker;
    }
}
