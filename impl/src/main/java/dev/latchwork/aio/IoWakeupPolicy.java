package dev.latchwork.aio;

/** How many peers a worker wakes that has consumed an I/O: {@code io_worker_wakeup_policy}. Fixed at start. */
public enum IoWakeupPolicy {
    /** PostgreSQL's: min(depth, {@code io_worker_wakeup_fanout}). */
    FAN_OUT,
    /** The same, less the wakeups that are under way already: min(depth - under way, {@code io_worker_wakeup_fanout}). */
    EXACT
}
