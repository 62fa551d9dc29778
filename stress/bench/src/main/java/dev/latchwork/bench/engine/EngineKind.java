package dev.latchwork.bench.engine;

import dev.latchwork.aio.IoWakeupPolicy;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The engines, by the words that tables use for them. */
public enum EngineKind {
    SYNCHRONOUS("synchronous") {
        @Override
        Engine make(Setting setting) {
            return new TaskEngine(
                    setting.reader(),
                    setting.batch(),
                    tasks -> {
                        for (ReadTask task : tasks) {
                            task.run();
                        }
                    },
                    () -> {});
        }
    },
    WORKER_METHOD("worker method") {
        @Override
        Engine make(Setting setting) {
            return workerMethod(setting, IoWakeupPolicy.FAN_OUT);
        }
    },
    WORKER_METHOD_EXACT("worker method, exact") {
        @Override
        Engine make(Setting setting) {
            return workerMethod(setting, IoWakeupPolicy.EXACT);
        }
    },
    THREAD_POOL_LINKED("ThreadPoolExecutor, LinkedBlockingQueue") {
        @Override
        Engine make(Setting setting) {
            return onExecutor(setting, threadPool(setting.workers(), new LinkedBlockingQueue<>()));
        }
    },
    THREAD_POOL_ARRAY("ThreadPoolExecutor, ArrayBlockingQueue, CallerRuns") {
        @Override
        Engine make(Setting setting) {
            return onExecutor(setting, threadPool(setting.workers(), new ArrayBlockingQueue<>(CAPACITY)));
        }
    },
    FORK_JOIN("ForkJoinPool, async mode") {
        @Override
        Engine make(Setting setting) {
            return onExecutor(
                    setting,
                    new ForkJoinPool(setting.workers(), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true));
        }
    },
    VIRTUAL_THREADS("virtual threads") {
        @Override
        public String unavailable() {
            return Runtime.version().feature() < VIRTUAL_THREADS_SINCE ? "needs Java " + VIRTUAL_THREADS_SINCE : null;
        }

        @Override
        public List<String> jvmArguments(int workers) {
            return List.of(
                    "-Djdk.virtualThreadScheduler.parallelism=" + workers,
                    "-Djdk.virtualThreadScheduler.maxPoolSize=" + workers);
        }

        @Override
        Engine make(Setting setting) {
            try {
                // By reflection, because the language is Java 17's.
                return onExecutor(setting, (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null));
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(unavailable(), e);
            }
        }
    },
    ASYNCHRONOUS_FILE_CHANNEL("AsynchronousFileChannel") {
        @Override
        public boolean canDo(Workload workload) {
            return workload == Workload.CACHED_READ;
        }

        @Override
        Engine make(Setting setting) {
            return new AsynchronousChannelEngine(setting.file(), setting.workers(), setting.batch());
        }
    },
    DISRUPTOR("Disruptor 3.4.4 WorkerPool") {
        @Override
        Engine make(Setting setting) {
            DisruptorPool pool = new DisruptorPool(setting.workers());
            return new TaskEngine(setting.reader(), setting.batch(), pool::handOver, pool::shutdown);
        }
    },
    IO_URING("io_uring, LWJGL") {
        @Override
        public String unavailable() {
            return IoUringEngine.unavailable();
        }

        @Override
        public boolean canDo(Workload workload) {
            return workload == Workload.CACHED_READ;
        }

        @Override
        Engine make(Setting setting) {
            return new IoUringEngine(setting.file(), setting.batch());
        }
    };

    /** What a ring of PostgreSQL's default size holds; the bounded peers get the same. */
    private static final int CAPACITY = 63;

    private static final int VIRTUAL_THREADS_SINCE = 21;

    private final String words;

    EngineKind(String words) {
        this.words = words;
    }

    /** What an engine is made for. */
    record Setting(Workload workload, Path file, Workload.BlockReader reader, int workers, int batch) {}

    abstract Engine make(Setting setting);

    /**
     * Makes the engine.
     *
     * @param file has {@code batch} blocks
     * @param channel the same file, for engines that share a channel between threads; the caller closes it
     * @param workers threads that perform I/Os, 1 to 32; engines that have none ignore it
     * @param batch I/Os of a batch, 1 to 32
     */
    public Engine make(Workload workload, Path file, FileChannel channel, int workers, int batch) throws IOException {
        return make(new Setting(workload, file, workload.reader(channel), workers, batch));
    }

    /** For tables. */
    public String inWords() {
        return words;
    }

    /** Why this machine or Java does not have it, or null. */
    public String unavailable() {
        return null;
    }

    /** Whether it can perform the workload; an engine of the operating system or the JDK reads real files only. */
    public boolean canDo(Workload workload) {
        return true;
    }

    /** What its JVM has to be told. */
    public List<String> jvmArguments(int workers) {
        return List.of();
    }

    private static Engine workerMethod(Setting setting, IoWakeupPolicy policy) {
        return new WorkerMethodEngine(
                setting.workload().target(setting.file()), setting.workers(), setting.batch(), policy);
    }

    private static ExecutorService threadPool(int workers, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, queue, new ThreadPoolExecutor.CallerRunsPolicy());
        executor.prestartAllCoreThreads();
        return executor;
    }

    private static Engine onExecutor(Setting setting, ExecutorService executor) {
        return new TaskEngine(
                setting.reader(),
                setting.batch(),
                tasks -> {
                    for (ReadTask task : tasks) {
                        executor.execute(task);
                    }
                },
                executor::shutdown);
    }
}
