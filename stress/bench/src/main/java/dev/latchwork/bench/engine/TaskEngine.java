package dev.latchwork.bench.engine;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** An engine to which tasks are handed, each for itself or all at once. Thread-safe. */
final class TaskEngine implements Engine {
    private final Workload.BlockReader reader;
    private final int batch;
    private final Consumer<ReadTask[]> handOver;
    private final Runnable shutdown;
    private final LongAdder inlineIos = new LongAdder();

    /**
     * @param handOver hands armed tasks to the threads that run them; called by submitters
     * @param shutdown ends those threads
     */
    TaskEngine(Workload.BlockReader reader, int batch, Consumer<ReadTask[]> handOver, Runnable shutdown) {
        this.reader = reader;
        this.batch = batch;
        this.handOver = handOver;
        this.shutdown = shutdown;
    }

    @Override
    public Lane openLane() {
        ReadTask[] tasks = ReadTask.batch(reader, batch, inlineIos);
        return new Lane() {
            @Override
            public void submit() {
                for (ReadTask task : tasks) {
                    task.arm();
                }
                handOver.accept(tasks);
            }

            @Override
            public void awaitAll() {
                for (int block = tasks.length - 1; block >= 0; block--) {
                    tasks[block].await();
                }
            }

            @Override
            public void close() {
                // A lane holds nothing but buffers.
            }
        };
    }

    @Override
    public EngineCounts counts() {
        return EngineCounts.ofInline(inlineIos.sum());
    }

    @Override
    public void close() {
        shutdown.run();
    }
}
