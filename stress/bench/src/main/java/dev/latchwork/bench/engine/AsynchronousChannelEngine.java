package dev.latchwork.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own asynchronous file I/O, with as many threads as the others have. Thread-safe. */
final class AsynchronousChannelEngine implements Engine, CompletionHandler<Integer, Completion> {
    private final ExecutorService threads;
    private final AsynchronousFileChannel channel;
    private final int batch;

    AsynchronousChannelEngine(Path file, int workers, int batch) {
        this.batch = batch;
        threads = Executors.newFixedThreadPool(workers);
        try {
            channel = AsynchronousFileChannel.open(file, Set.of(StandardOpenOption.READ), threads);
        } catch (IOException e) {
            threads.shutdown();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void completed(Integer bytes, Completion completion) {
        completion.complete(bytes == Workload.BLOCK ? null : new IOException("short read of " + bytes + " bytes"));
    }

    @Override
    public void failed(Throwable cause, Completion completion) {
        completion.complete(cause);
    }

    @Override
    public Lane openLane() {
        Completion[] completions = new Completion[batch];
        ByteBuffer[] buffers = new ByteBuffer[batch];
        for (int block = 0; block < batch; block++) {
            completions[block] = new Completion();
            buffers[block] = ByteBuffer.allocateDirect(Workload.BLOCK);
        }
        return new Lane() {
            @Override
            public void submit() {
                for (int block = 0; block < batch; block++) {
                    completions[block].arm();
                    channel.read(
                            buffers[block].clear(),
                            (long) block * Workload.BLOCK,
                            completions[block],
                            AsynchronousChannelEngine.this);
                }
            }

            @Override
            public void awaitAll() {
                for (int block = completions.length - 1; block >= 0; block--) {
                    completions[block].await();
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
        return EngineCounts.ofInline(0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdown();
        }
    }
}
