package dev.latchwork.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that threads have allocated, as HotSpot counts them. Thread-safe. */
final class AllocationMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** JMH's own thread, which waits for those that measure. */
    private static final long MAIN_THREAD = 1;

    private AllocationMeter() {}

    /** Of the threads that live, but JMH's main thread. Allocates itself. */
    static long ofProcess() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != MAIN_THREAD) {
                sum += Math.max(0, bytes[i]);
            }
        }
        return sum;
    }

    /** Of the calling thread. */
    static long ofThread() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
