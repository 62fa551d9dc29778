package dev.latchwork.bench.engine;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.linux.FCNTL;
import org.lwjgl.system.linux.UNISTD;
import org.lwjgl.system.linux.liburing.IOURing;
import org.lwjgl.system.linux.liburing.IOURingCQE;
import org.lwjgl.system.linux.liburing.IOURingSQE;
import org.lwjgl.system.linux.liburing.LibURing;

/**
 * Linux's io_uring through LWJGL's binding: a ring for each lane, the kernel instead of workers. Reads of cached data
 * complete inside the submission, in the submitter's time. Thread-safe.
 */
final class IoUringEngine implements Engine {
    private static final int ENTRIES = 64;

    private final int file;
    private final int batch;

    IoUringEngine(Path path, int batch) {
        this.batch = batch;
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer errno = stack.mallocInt(1);
            file = FCNTL.open(errno, path.toString(), FCNTL.O_RDONLY, 0);
            if (file < 0) {
                throw new IllegalStateException("could not open \"" + path + "\": errno " + errno.get(0));
            }
        }
    }

    /** Why there is none on this machine, or null. */
    static String unavailable() {
        try (IOURing ring = IOURing.calloc()) {
            int result = LibURing.io_uring_queue_init(2, ring, 0);
            if (result < 0) {
                return "the kernel refuses io_uring: errno " + -result;
            }
            LibURing.io_uring_queue_exit(ring);
            return null;
        } catch (LinkageError e) {
            return "no native library for this machine: " + e.getMessage();
        }
    }

    @Override
    public Lane openLane() {
        return new RingLane(file, batch);
    }

    @Override
    public EngineCounts counts() {
        return EngineCounts.ofInline(0);
    }

    @Override
    public void close() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            UNISTD.close(stack.mallocInt(1), file);
        }
    }

    private static final class RingLane implements Lane {
        private final int file;
        private final IOURing ring = IOURing.calloc();
        private final ByteBuffer[] buffers;
        private final PointerBuffer completion = MemoryUtil.memAllocPointer(1);

        RingLane(int file, int batch) {
            this.file = file;
            buffers = new ByteBuffer[batch];
            for (int block = 0; block < batch; block++) {
                buffers[block] = ByteBuffer.allocateDirect(Workload.BLOCK);
            }
            check("io_uring_queue_init", LibURing.io_uring_queue_init(ENTRIES, ring, 0));
        }

        private static void check(String call, int result) {
            if (result < 0) {
                throw new IllegalStateException(call + ": errno " + -result);
            }
        }

        @Override
        public void submit() {
            for (int block = 0; block < buffers.length; block++) {
                IOURingSQE entry = LibURing.io_uring_get_sqe(ring);
                if (entry == null) {
                    throw new IllegalStateException("the submission ring of " + ENTRIES + " entries is full");
                }
                LibURing.io_uring_prep_read(entry, file, buffers[block].clear(), block * Workload.BLOCK);
            }
            check("io_uring_submit", LibURing.io_uring_submit(ring));
        }

        @Override
        public void awaitAll() {
            for (int i = 0; i < buffers.length; i++) {
                check("io_uring_wait_cqe", LibURing.io_uring_wait_cqe(ring, completion));
                IOURingCQE entry = IOURingCQE.create(completion.get(0));
                int bytes = entry.res();
                LibURing.io_uring_cqe_seen(ring, entry);
                if (bytes != Workload.BLOCK) {
                    throw new IllegalStateException("a read ended with " + bytes);
                }
            }
        }

        @Override
        public void close() {
            LibURing.io_uring_queue_exit(ring);
            ring.free();
            MemoryUtil.memFree(completion);
        }
    }
}
