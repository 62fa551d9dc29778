package dev.latchwork.aio;

/**
 * Code that belongs to an I/O (PostgreSQL: {@code PgAioHandleCallbacks}). Up to {@link #MAX_CALLBACKS} are added to a
 * handle, the outermost layer last; they run innermost, that is last, first. Each maps the outcome that the one before it
 * left. A callback must not block, start an I/O, or throw: what it throws where nothing may is the instance's failure
 * (PANIC).
 */
public interface IoCallback {
    /** PostgreSQL's {@code PGAIO_HANDLE_MAX_CALLBACKS}. */
    int MAX_CALLBACKS = 4;

    /** The handle is about to be staged: in the issuer's thread. */
    default void stage(IoHandle handle, int data) {}

    /**
     * The I/O has run: in the executor's thread, before anybody can see the outcome.
     *
     * @param outcome to read and to change; it becomes the outcome for everybody
     * @param data given when the callback was added
     */
    default void completeShared(IoHandle handle, IoResult outcome, int data) {}

    /**
     * The owner takes the outcome: in the owner's thread.
     *
     * @param outcome to read and to change; it becomes the owner's {@link IoResult}
     * @param data given when the callback was added
     */
    default void completeLocal(IoHandle handle, IoResult outcome, int data) {}
}
