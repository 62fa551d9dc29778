package dev.latchwork.bench.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** One read as the JDK's executors and the Disruptor run it. Its lane's thread arms and awaits it. */
final class ReadTask extends Completion implements Runnable {
    private final Workload.BlockReader reader;
    private final int block;
    private final ByteBuffer buffer;
    private final Thread submitter;
    private final LongAdder inlineIos;

    ReadTask(Workload.BlockReader reader, int block, LongAdder inlineIos) {
        this.reader = reader;
        this.block = block;
        this.buffer = ByteBuffer.allocateDirect(Workload.BLOCK);
        this.submitter = Thread.currentThread();
        this.inlineIos = inlineIos;
    }

    static ReadTask[] batch(Workload.BlockReader reader, int size, LongAdder inlineIos) {
        ReadTask[] tasks = new ReadTask[size];
        for (int block = 0; block < size; block++) {
            tasks[block] = new ReadTask(reader, block, inlineIos);
        }
        return tasks;
    }

    @Override
    public void run() {
        if (Thread.currentThread() == submitter) {
            inlineIos.increment();
        }
        try {
            reader.read(block, buffer.clear());
            complete(null);
        } catch (IOException | RuntimeException e) {
            complete(e);
        }
    }
}
