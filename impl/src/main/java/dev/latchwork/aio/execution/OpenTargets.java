package dev.latchwork.aio.execution;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The targets that one executor, a worker or a session, has open: its file descriptors. At most {@code capacity}; the one
 * unused for longest is closed for another. Used by the executor's thread only; a hit allocates nothing.
 */
public final class OpenTargets implements AutoCloseable {
    private static final float LOAD_FACTOR = 0.75f;
    private static final System.Logger LOG = System.getLogger(OpenTargets.class.getName());

    private final int capacity;
    private final LinkedHashMap<IoTarget, OpenTarget> open;

    /** A cache of at most {@code capacity} open targets, 1 or more. */
    public OpenTargets(int capacity) {
        this.capacity = capacity;
        this.open = new LinkedHashMap<>(capacity * 2, LOAD_FACTOR, true);
    }

    /**
     * The target as this executor has it open, or opened now. For an issuer, who may use what it has open as long as it
     * likes.
     */
    public OpenTarget open(IoTarget target) throws IOException {
        OpenTarget cached = open.get(target);
        return cached != null ? cached : add(target);
    }

    /** The same for a worker: what is cached counts only while opening the target anew would give the same thing. */
    public OpenTarget reopen(IoTarget target) throws IOException {
        OpenTarget cached = open.get(target);
        if (cached != null) {
            if (cached.isCurrent()) {
                return cached;
            }
            discard(target);
        }
        return add(target);
    }

    private OpenTarget add(IoTarget target) throws IOException {
        OpenTarget opened = target.open();
        if (open.size() == capacity) {
            closeEldest();
        }
        open.put(target, opened);
        return opened;
    }

    /** Forgets a target whose channel is broken; the next {@link #open} opens it anew. */
    public void discard(IoTarget target) {
        OpenTarget opened = open.remove(target);
        if (opened != null) {
            closeQuietly(target, opened);
        }
    }

    private void closeEldest() {
        Map.Entry<IoTarget, OpenTarget> eldest = open.entrySet().iterator().next();
        open.remove(eldest.getKey());
        closeQuietly(eldest.getKey(), eldest.getValue());
    }

    @Override
    public void close() {
        open.forEach(OpenTargets::closeQuietly);
        open.clear();
    }

    private static void closeQuietly(IoTarget target, OpenTarget opened) {
        try {
            opened.close();
        } catch (IOException e) {
            // Nobody waits for the outcome of a close here; what was written has been reported by its own I/O.
            LOG.log(System.Logger.Level.WARNING, "could not close " + target.describe(), e);
        }
    }
}
