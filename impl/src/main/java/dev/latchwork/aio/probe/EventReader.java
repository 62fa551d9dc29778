package dev.latchwork.aio.probe;

/**
 * Reads what an {@link EventRecorder} holds, in the order of the numbers. Numbers rise; the call before a step and the call
 * after it have one each.
 */
public interface EventReader {
    /**
     * A step was announced.
     *
     * @param id of the handle that it is about, or -1
     * @param generation of that handle, or 0
     */
    void begin(long number, Step step, int actor, int id, long generation);

    /**
     * A step outside the lock was over.
     *
     * @param begun number of its {@link #begin}
     */
    void end(long number, long begun, Step step, int actor, int argument);

    /**
     * A critical section, except SUBMIT.
     *
     * @param begun number of its {@link #begin}, or {@link Probe#NOT_ANNOUNCED}
     */
    void section(
            long number, long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle);

    /**
     * SUBMIT.
     *
     * @param ids of the batch's handles; the first {@code count} elements count, and only during the call
     * @param generations of the same handles
     */
    void submit(
            long number,
            int session,
            int inserted,
            int owed,
            int depth,
            int running,
            long idle,
            int[] ids,
            long[] generations,
            int count);

    /**
     * SUBMIT_SYNCHRONOUSLY.
     *
     * @param ids of the batch's handles; the first {@code count} elements count, and only during the call
     * @param generations of the same handles
     */
    void submitSynchronously(long number, int session, int[] ids, long[] generations, int count);

    /** The last START_WORKER was none. */
    void startTakenBack(long number);
}
