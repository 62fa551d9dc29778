package dev.latchwork.aio;

/** How asynchronous I/O is executed: PostgreSQL's {@code io_method}. Fixed at start. */
public enum IoMethod {
    /** Every I/O runs in the session that stages it. */
    SYNC,
    /** I/O runs in worker threads that share one submission queue. */
    WORKER
}
