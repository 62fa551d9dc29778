package dev.latchwork.nemesis;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import java.nio.ByteBuffer;

/** Copies extents in batches over one session, retrying what fails with -ENOENT. Used by the session's thread. */
final class ExtentCopier {
    private final IoSession session;
    private final IoTarget source;
    private final IoTarget copy;
    private final PoolNemesis nemesis;
    private final ByteBuffer[] buffers;
    private final long[] offsets;
    private final int[] lengths;
    private final IoResult[] results;
    private final WaitReference[] references;
    private long reads;
    private long writes;
    private long failures;

    ExtentCopier(IoSession session, IoTarget source, IoTarget copy, int batch, int largestBlock, PoolNemesis nemesis) {
        this.session = session;
        this.source = source;
        this.copy = copy;
        this.nemesis = nemesis;
        buffers = new ByteBuffer[batch];
        offsets = new long[batch];
        lengths = new int[batch];
        results = new IoResult[batch];
        references = new WaitReference[batch];
        for (int i = 0; i < batch; i++) {
            buffers[i] = ByteBuffer.allocateDirect(largestBlock);
            results[i] = new IoResult();
            references[i] = new WaitReference();
        }
    }

    long reads() {
        return reads;
    }

    long writes() {
        return writes;
    }

    /** I/Os that failed with -ENOENT and were done again. */
    long failures() {
        return failures;
    }

    /** Copies the bytes from {@code start} to before {@code end} in blocks of {@code block} bytes. */
    void copy(long start, long end, int block) {
        long offset = start;
        while (offset < end) {
            int count = 0;
            while (count < buffers.length && offset < end) {
                offsets[count] = offset;
                lengths[count] = (int) Math.min(block, end - offset);
                offset += lengths[count];
                count++;
            }
            transfer(count, false);
            transfer(count, true);
        }
    }

    /** One batch of reads or writes; what fails is started again, alone, until it succeeds. */
    private void transfer(int count, boolean write) {
        session.enterBatchMode();
        for (int i = 0; i < count; i++) {
            start(i, write);
        }
        session.exitBatchMode();
        for (int i = 0; i < count; i++) {
            session.await(references[i]);
            while (hasFailed(i)) {
                start(i, write);
                session.await(references[i]);
            }
        }
        nemesis.batchDone();
    }

    private void start(int i, boolean write) {
        buffers[i].clear().limit(lengths[i]);
        IoHandle handle = session.acquire(results[i]);
        handle.reference(references[i]);
        if (write) {
            handle.startWrite(copy, buffers[i], offsets[i]);
            writes++;
        } else {
            handle.startRead(source, buffers[i], offsets[i]);
            reads++;
        }
    }

    private boolean hasFailed(int i) {
        IoResult result = results[i];
        if (result.status() == IoResult.Status.OK) {
            return false;
        }
        if (result.status() == IoResult.Status.ERROR && result.errno() == Errno.ENOENT) {
            failures++;
            return true;
        }
        // A regular file gives whole blocks within its size; anything else is not part of this plan.
        throw new AioException("block at " + offsets[i] + " of " + lengths[i] + " bytes: " + result);
    }
}
