package dev.latchwork.aio.worker;

/** Whether a worker may be chosen from its registration on. Called under the queue lock; pure. */
@FunctionalInterface
public interface RegisterPolicy {
    /**
     * As in the patch: the worker is idle before its first look at the queue, so whoever chooses it then sets a latch that it
     * finds set when it comes to wait.
     */
    RegisterPolicy IDLE_AT_ONCE = () -> true;

    /** Whether a worker that registers is put into the idle set; otherwise it enters it when it finds the queue empty. */
    boolean marksIdle();
}
