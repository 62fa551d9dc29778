package dev.latchwork.aio;

/**
 * (handle, generation): names one use of a handle, and stays meaningful when the handle is reused: then that I/O is done
 * (PostgreSQL: {@code PgAioWaitRef}). Mutable so that waiting allocates nothing; safe to hand to another thread by any
 * means that publishes it.
 */
public final class WaitReference {
    private IoHandle handle;
    private long generation;

    /** Whether it refers to an I/O. */
    public boolean isSet() {
        return handle != null;
    }

    public void clear() {
        set(null, 0);
    }

    /** Called by {@link IoHandle#reference}. */
    public void set(IoHandle newHandle, long newGeneration) {
        handle = newHandle;
        generation = newGeneration;
    }

    public IoHandle handle() {
        return handle;
    }

    public long generation() {
        return generation;
    }

    @Override
    public String toString() {
        return isSet() ? "h" + handle.id() + "g" + generation : "none";
    }
}
