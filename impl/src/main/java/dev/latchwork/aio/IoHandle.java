package dev.latchwork.aio;

import java.nio.ByteBuffer;

/**
 * A reusable I/O descriptor, owned by one session (PostgreSQL: {@code PgAioHandle}). Only the owner's thread defines and
 * starts it; any thread may look at its state. After {@link #startRead} or {@link #startWrite} the handle may be reused
 * at any moment for another I/O: wait with a {@link WaitReference} taken before.
 */
public interface IoHandle {
    /** Buffers of a vectored I/O at most (PostgreSQL: {@code PG_IOV_MAX}). */
    int MAX_VECTOR = 128;

    /** Index in the instance's table of handles, 0 or more. */
    int id();

    /** The owner's generation: 1 at first, one more at each reuse. */
    long generation();

    HandleState state();

    /**
     * Makes {@code reference} refer to this use of the handle. Legal from acquire until the start of the I/O. To be handed
     * to others only when the I/O has been started: a handle that is released instead wakes nobody, and whoever waits for it
     * by then may sleep until its session uses it again.
     */
    void reference(WaitReference reference);

    /**
     * Says that the buffer is memory that no other process could see: the I/O runs in the submitter (PostgreSQL:
     * {@code PGAIO_HF_REFERENCES_LOCAL}). Legal before the start.
     */
    void setReferencesLocal();

    /**
     * Adds a callback, around those added before. Legal before the start.
     *
     * @param data handed to the callback
     * @throws AioException if there are {@link IoCallback#MAX_CALLBACKS} already
     */
    void addCallback(IoCallback callback, int data);

    /**
     * Defines the handle as a read of {@code buffer.remaining()} bytes and stages it; outside batch mode it is submitted
     * at once. The buffer belongs to the I/O until it has completed; its position has then moved by the bytes read.
     *
     * @param offset in bytes, 0 or more
     * @throws AioException if the handle is not handed out, or the calling session cannot open the target
     */
    void startRead(IoTarget target, ByteBuffer buffer, long offset);

    /**
     * The same as {@link #startRead} for a write.
     *
     * @param offset in bytes, 0 or more
     * @throws AioException if the handle is not handed out, or the calling session cannot open the target
     */
    void startWrite(IoTarget target, ByteBuffer buffer, long offset);

    /**
     * A read into several buffers, one after the other. The array too belongs to the I/O until it has completed.
     *
     * @param buffers 1 to {@link #MAX_VECTOR}
     * @param offset in bytes, 0 or more
     * @throws AioException if the handle is not handed out, the number of buffers is out of range, or the calling session
     *     cannot open the target
     */
    void startReadv(IoTarget target, ByteBuffer[] buffers, long offset);

    /**
     * A write from several buffers; see {@link #startReadv}.
     *
     * @param buffers 1 to {@link #MAX_VECTOR}
     * @param offset in bytes, 0 or more
     * @throws AioException as {@link #startReadv}
     */
    void startWritev(IoTarget target, ByteBuffer[] buffers, long offset);
}
