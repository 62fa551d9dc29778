package dev.latchwork.aio.worker;

/**
 * What {@link WorkerControl} guards, as of one moment. Sets are masks: bit w is worker w.
 *
 * @param queued ids of the queued handles, oldest first
 * @param head slot of the ring for the next insert
 * @param tail slot of the ring for the next consume
 * @param idle workers that a chooser may wake
 * @param registered workers that have a slot
 * @param underWay workers that were chosen and have not looked at the queue since
 * @param target size of the pool that is wanted
 * @param starting workers started and not registered yet
 * @param leavers workers without a slot that have not ended
 * @param fruitless workers in a row that left after a failed reopen without having performed an I/O
 */
@SuppressWarnings("ArrayRecordComponent") // a snapshot is read once, by whoever asked for it
record ControlState(
        int[] queued,
        int head,
        int tail,
        long idle,
        long registered,
        long underWay,
        int target,
        int starting,
        int leavers,
        int fruitless) {}
