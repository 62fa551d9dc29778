package dev.latchwork.aio.worker;

/** Registered workers that a chooser may wake. Not thread-safe: guarded by the queue lock. No operation blocks. */
public class IdleWorkerSet {
    /*
     * Overview.
     * 1 What it is: a set of worker slots, 0 to 63.
     * 2 Corresponds to: idle_worker_mask, pgaio_choose_idle_worker; variable idle of the specification.
     * 3 Representation: bit w of a long is worker w.
     * 4 Invariants: IdleOnlyRegistered. Idle means "may be chosen", not "is asleep": a worker is idle from its
     *   registration on, before its first look at the queue, and sets its bit under the lock before it awaits its latch.
     *   Choosing clears the bit and hands the duty to set that latch to the chooser (an owed wakeup): this is why a worker
     *   that exits must clear its bit (fault A: it does not, and a chooser wakes nobody), and why it must pass on a wakeup
     *   that it may have been given (fault B).
     * 5 Guards and lock order: every call under the queue lock.
     * 6 Linearization points: the store to bits.
     * 7 Memory ordering: none of its own.
     * 8 Blocking and wakeup argument: see WorkerControl.
     * 9 Departures: none. Lowest bit first, so low workers run hotter, as upstream found best.
     */

    /** What {@link #chooseIdle} returns when no worker is idle. */
    public static final int NONE = -1;

    private long bits;

    /** Adds a worker, 0 to 63. */
    public void markIdle(int worker) {
        bits |= 1L << worker;
    }

    /** Takes a worker out, whether it is in or not. */
    public void clear(int worker) {
        bits &= ~(1L << worker);
    }

    /** Takes the lowest worker out and returns it, or {@link #NONE}; the caller then owes it a wakeup. */
    public int chooseIdle() {
        if (bits == 0) {
            return NONE;
        }
        int worker = Long.numberOfTrailingZeros(bits);
        clear(worker);
        return worker;
    }

    /** The same among the workers from {@code lowest} on, 0 to 63. */
    public int chooseIdleFrom(int lowest) {
        long candidates = bits & -1L << lowest;
        if (candidates == 0) {
            return NONE;
        }
        int worker = Long.numberOfTrailingZeros(candidates);
        clear(worker);
        return worker;
    }

    public boolean contains(int worker) {
        return (bits & (1L << worker)) != 0;
    }

    /** The set as a mask: bit w is worker w. */
    public long bits() {
        return bits;
    }
}
