package dev.latchwork.nemesis;

import dev.latchwork.aio.AioSettings;
import java.nio.file.Path;

/**
 * What a copy does, and what is done to it.
 *
 * @param source file to read, not empty
 * @param copy file to write; replaced
 * @param sessions sessions that work at once, 1 to 64
 * @param ioWorkers size of the pool at the start, 1 to 32
 * @param batch I/Os in a batch, 1 to 32
 * @param queueSize slots of the submission queue, 2 to 65536
 * @param reopenFailureShare share of reopens that fail, 0 to 0.5
 * @param interruptEvery a worker is interrupted once in so many batches; 0: never
 * @param resizeEvery the pool is resized, to between 1 and twice {@code ioWorkers}, once in so many batches; 0: never
 * @param seed of all that is random in the plan
 */
record CopyPlan(
        Path source,
        Path copy,
        int sessions,
        int ioWorkers,
        int batch,
        int queueSize,
        double reopenFailureShare,
        int interruptEvery,
        int resizeEvery,
        long seed) {

    CopyPlan {
        Range.check("sessions", sessions, 1, 64);
        Range.checkShare("reopen-failures", reopenFailureShare);
        Range.check("interrupt-every", interruptEvery, 0, Integer.MAX_VALUE);
        Range.check("resize-every", resizeEvery, 0, Integer.MAX_VALUE);
        Range.check("batch", batch, 1, AioSettings.SUBMIT_BATCH_SIZE);
    }
}
