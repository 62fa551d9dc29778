package dev.latchwork.aio.handle;

/**
 * A session's list of its handles: idle ones, or ones in flight in the order of submission (PostgreSQL: {@code dclist}).
 * Intrusive, so that moving a handle allocates nothing; a handle is on one list at a time. Owner's thread only.
 */
public class HandleList {
    private Handle first;
    private Handle last;
    private int size;

    public final boolean isEmpty() {
        return size == 0;
    }

    public final int size() {
        return size;
    }

    /** The oldest, or null. */
    public final Handle first() {
        return first;
    }

    /** The one added after {@code handle}, or null. */
    public final Handle after(Handle handle) {
        return handle.next;
    }

    /** Puts {@code handle}, which must be on no list, behind all others. */
    public void addLast(Handle handle) {
        handle.previous = last;
        handle.next = null;
        if (last == null) {
            first = handle;
        } else {
            last.next = handle;
        }
        last = handle;
        size++;
    }

    /** Takes {@code handle}, which must be on this list, off it. */
    public final void remove(Handle handle) {
        if (handle.previous == null) {
            first = handle.next;
        } else {
            handle.previous.next = handle.next;
        }
        if (handle.next == null) {
            last = handle.previous;
        } else {
            handle.next.previous = handle.previous;
        }
        handle.previous = null;
        handle.next = null;
        size--;
    }

    /** Takes the oldest off, or returns null. */
    public final Handle removeFirst() {
        Handle handle = first;
        if (handle != null) {
            remove(handle);
        }
        return handle;
    }
}
