package dev.latchwork.aio;

import java.util.Objects;

/**
 * Settings with PostgreSQL's names, defaults and ranges. Immutable; made by {@link #defaults} and {@code with...}, or read
 * by {@link SettingsReader}. Only {@code io_workers} can be changed while an instance runs.
 *
 * @param ioMethod {@code io_method}; default {@link IoMethod#WORKER}
 * @param ioWorkers {@code io_workers}: worker threads, 1 to 32; default 3; changed by {@link Aio#reload}
 * @param ioMaxConcurrency {@code io_max_concurrency}: handles a session has, 1 to 1024; default -1, which means 64
 * @param ioWorkerQueueSize {@code io_worker_queue_size}: slots of the submission queue, 2 to 65536; rounded up to a power
 *     of two, of which one slot stays empty; default 64
 * @param ioSubmitBatchSize {@code io_submit_batch_size}: I/Os that are submitted in one hold of the queue lock at most, 1
 *     to 32; default 32, PostgreSQL's constant {@code PGAIO_SUBMIT_BATCH_SIZE}
 * @param ioWorkerWakeupFanout {@code io_worker_wakeup_fanout}: peers that a worker wakes at most, 0 to 31; default 2,
 *     PostgreSQL's constant {@code IO_WORKER_WAKEUP_FANOUT}
 * @param ioWorkerWakeupPolicy {@code io_worker_wakeup_policy}; default {@link IoWakeupPolicy#FAN_OUT}, PostgreSQL's
 * @param maxSessions {@code max_sessions}: sessions open at a time, 1 to 1024; default 64
 */
public record AioSettings(
        IoMethod ioMethod,
        int ioWorkers,
        int ioMaxConcurrency,
        int ioWorkerQueueSize,
        int ioSubmitBatchSize,
        int ioWorkerWakeupFanout,
        IoWakeupPolicy ioWorkerWakeupPolicy,
        int maxSessions) {
    /** PostgreSQL's {@code MAX_IO_WORKERS}. */
    public static final int MAX_IO_WORKERS = 32;
    /** PostgreSQL's {@code PGAIO_SUBMIT_BATCH_SIZE}. */
    public static final int SUBMIT_BATCH_SIZE = 32;

    private static final int DERIVED = -1;
    private static final int DEFAULT_MAX_CONCURRENCY = 64;

    /**
     * Checks every setting, and derives {@code io_max_concurrency} from -1.
     *
     * @throws IllegalArgumentException naming setting, value and range
     */
    public AioSettings {
        Objects.requireNonNull(ioMethod, "io_method");
        Objects.requireNonNull(ioWorkerWakeupPolicy, "io_worker_wakeup_policy");
        checkIoWorkers(ioWorkers);
        if (ioMaxConcurrency == DERIVED) {
            ioMaxConcurrency = DEFAULT_MAX_CONCURRENCY;
        }
        check("io_max_concurrency", ioMaxConcurrency, 1, 1024, ", or -1 to derive it");
        check("io_worker_queue_size", ioWorkerQueueSize, 2, 65536, "");
        check("io_submit_batch_size", ioSubmitBatchSize, 1, SUBMIT_BATCH_SIZE, "");
        check("io_worker_wakeup_fanout", ioWorkerWakeupFanout, 0, MAX_IO_WORKERS - 1, "");
        check("max_sessions", maxSessions, 1, 1024, "");
    }

    /** PostgreSQL's defaults. */
    public static AioSettings defaults() {
        return new AioSettings(IoMethod.WORKER, 3, DERIVED, 64, SUBMIT_BATCH_SIZE, 2, IoWakeupPolicy.FAN_OUT, 64);
    }

    public AioSettings withIoMethod(IoMethod value) {
        return new AioSettings(
                value,
                ioWorkers,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoWorkers(int value) {
        return new AioSettings(
                ioMethod,
                value,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoMaxConcurrency(int value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                value,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoWorkerQueueSize(int value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                ioMaxConcurrency,
                value,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoSubmitBatchSize(int value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                value,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoWorkerWakeupFanout(int value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                value,
                ioWorkerWakeupPolicy,
                maxSessions);
    }

    public AioSettings withIoWorkerWakeupPolicy(IoWakeupPolicy value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                value,
                maxSessions);
    }

    public AioSettings withMaxSessions(int value) {
        return new AioSettings(
                ioMethod,
                ioWorkers,
                ioMaxConcurrency,
                ioWorkerQueueSize,
                ioSubmitBatchSize,
                ioWorkerWakeupFanout,
                ioWorkerWakeupPolicy,
                value);
    }

    /**
     * Checks a new pool size before it is applied.
     *
     * @throws IllegalArgumentException out of range, naming setting, value and range
     */
    public static void checkIoWorkers(int ioWorkers) {
        check("io_workers", ioWorkers, 1, MAX_IO_WORKERS, "");
    }

    private static void check(String setting, int value, int low, int high, String also) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    value + " is outside the valid range for \"" + setting + "\" (" + low + " .. " + high + also + ")");
        }
    }
}
