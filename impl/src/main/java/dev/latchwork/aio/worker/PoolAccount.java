package dev.latchwork.aio.worker;

/**
 * How many workers there are in which part of their lives, and how many are wanted. Not thread-safe: guarded by the queue
 * lock. No operation blocks.
 */
public class PoolAccount {
    /*
     * Overview.
     * 1 What it is: four numbers. The registered workers are the registry's to count.
     * 2 Corresponds to: io_worker_count and the children of the postmaster; variables target, starting, leavers.
     * 3 Representation: running = starting + registered + leavers. A worker is counted from start to end exactly once:
     *
     *     start -> starting --enter--> (registered) --leave--> leavers --end-->
     *                 |  +------------turnAway--------------->    ^
     *                 +--takeBack--> (its thread could not be started)
     *
     * 4 Invariants: no number is negative; running is at most the largest target so far.
     * 5 Guards and lock order: every call under the queue lock.
     * 6 Linearization points: none of its own.
     * 7 Memory ordering: none of its own.
     * 8 Blocking and wakeup argument: whoever changes an answer of isMissing or isSurplus sets the supervisor's latch
     *   (WorkerSupervisor, 8).
     * 9 Departures: none.
     */
    private int target;
    private int starting;
    private int leavers;
    private int fruitless;

    /** A pool of no worker, of which {@code target} are wanted. */
    public PoolAccount(int target) {
        this.target = target;
    }

    /** Wants another number of workers, 0 (only to close) to the number of slots. */
    public void retarget(int newTarget) {
        target = newTarget;
    }

    /** StartWorker. */
    public void start() {
        starting++;
    }

    /** Takes a start back whose thread could not be started. */
    public void takeBack() {
        starting--;
    }

    /** A started worker registers. */
    public void enter() {
        starting--;
    }

    /** A started worker has found no slot, and is on its way out. */
    public void turnAway() {
        starting--;
        leavers++;
    }

    /**
     * A registered worker gives up its slot.
     *
     * @param reopenFailed whether it leaves because it could not reopen a target
     * @param performed whether it has performed an I/O in its life
     */
    public void leave(boolean reopenFailed, boolean performed) {
        leavers++;
        fruitless = fruitlessAfter(fruitless, reopenFailed, performed);
    }

    /** A worker on its way out ends. */
    public void end() {
        leavers--;
    }

    /** What {@link #fruitless} becomes when a worker leaves. */
    protected int fruitlessAfter(int before, boolean reopenFailed, boolean performed) {
        return reopenFailed && !performed ? before + 1 : 0;
    }

    /** Whether fewer workers run than wanted. */
    public boolean isMissing(int registered) {
        return running(registered) < target;
    }

    /** Whether more workers run than wanted. */
    public boolean isSurplus(int registered) {
        return running(registered) > target;
    }

    /** Whether no worker runs, starts or is leaving. */
    public boolean isEmpty(int registered) {
        return running(registered) == 0;
    }

    /** Workers that exist. */
    public int running(int registered) {
        return starting + registered + leavers;
    }

    /** The size that is wanted. */
    public int target() {
        return target;
    }

    /** Workers started and not registered yet. */
    public int starting() {
        return starting;
    }

    /** Workers without a slot that have not ended. */
    public int leavers() {
        return leavers;
    }

    /** Workers in a row that left after a failed reopen without having performed an I/O. */
    public int fruitless() {
        return fruitless;
    }
}
