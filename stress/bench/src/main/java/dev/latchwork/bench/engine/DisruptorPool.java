package dev.latchwork.bench.engine;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.FatalExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WorkHandler;
import com.lmax.disruptor.WorkerPool;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The Disruptor's work queue, blocking, with a ring of 64; version 3.4.4 is the last that has one. A batch is claimed and
 * published as a whole, and waits for room instead of running inline. Thread-safe.
 */
final class DisruptorPool {
    private static final int RING = 64;

    /** An entry of the ring. */
    private static final class Entry {
        private ReadTask task;
    }

    private final RingBuffer<Entry> ring = RingBuffer.createMultiProducer(Entry::new, RING, new BlockingWaitStrategy());
    private final WorkerPool<Entry> pool;
    private final ExecutorService threads;

    DisruptorPool(int workers) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        WorkHandler<Entry>[] handlers = new WorkHandler[workers];
        Arrays.fill(handlers, (WorkHandler<Entry>) entry -> entry.task.run());
        pool = new WorkerPool<>(ring, ring.newBarrier(), new FatalExceptionHandler(), handlers);
        ring.addGatingSequences(pool.getWorkerSequences());
        threads = Executors.newFixedThreadPool(workers);
        pool.start(threads);
    }

    void handOver(ReadTask[] tasks) {
        long last = ring.next(tasks.length);
        long first = last - tasks.length + 1;
        for (int i = 0; i < tasks.length; i++) {
            ring.get(first + i).task = tasks[i];
        }
        ring.publish(first, last);
    }

    void shutdown() {
        pool.drainAndHalt();
        threads.shutdown();
    }
}
