package dev.latchwork.aio.worker;

import dev.latchwork.aio.latch.Latch;
import java.util.function.Supplier;

/**
 * The slots of the workers. Not thread-safe: guarded by the queue lock.
 *
 * <p>A slot's latch belongs to the slot and outlives the worker, as {@code procLatch} belongs to the process slot: whoever
 * chose a worker that has left since then sets a latch that is still there, and at worst wakes the next owner for nothing.
 */
public class WorkerRegistry {
    /** What {@link #register} returns when every slot is taken. */
    static final int NONE = -1;

    private final Latch[] latches;
    private final IoWorker[] workers;
    private int registered;

    public WorkerRegistry(int slots, Supplier<Latch> newLatch) {
        latches = new Latch[slots];
        workers = new IoWorker[slots];
        for (int slot = 0; slot < slots; slot++) {
            latches[slot] = newLatch.get();
        }
    }

    /** Gives the worker the lowest free slot among the first {@code scanned}, or returns {@link #NONE}. */
    int register(IoWorker worker, int scanned) {
        for (int slot = 0; slot < scanned; slot++) {
            if (isFree(slot)) {
                workers[slot] = worker;
                registered++;
                return slot;
            }
        }
        return NONE;
    }

    /** Whether a registering worker may have the slot. */
    protected boolean isFree(int slot) {
        return workers[slot] == null;
    }

    /** Frees the slot. */
    void release(int slot) {
        workers[slot] = null;
        registered--;
    }

    /** The worker in a slot, or null. */
    IoWorker worker(int slot) {
        return workers[slot];
    }

    /** The latch of a slot's worker, or null when the slot is free: the patch's {@code workers[i].latch}. */
    Latch latchOf(int slot) {
        return workers[slot] == null ? null : latches[slot];
    }

    /** The latch of a slot, whether it is taken or not. */
    Latch slotLatch(int slot) {
        return latches[slot];
    }

    int registered() {
        return registered;
    }

    int slots() {
        return workers.length;
    }
}
