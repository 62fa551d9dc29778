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

    /** A submission that no check covers: the numbers begin at 1. */
    private static final long NO_SUBMISSION = 0;

    private final int capacity;
    private final LinkedHashMap<IoTarget, Entry> open;

    /** An open target, and the last submission that came before it was found to be current. */
    private static final class Entry {
        private final OpenTarget target;
        private long currentFor;

        Entry(OpenTarget target, long currentFor) {
            this.target = target;
            this.currentFor = currentFor;
        }
    }

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
        Entry cached = open.get(target);
        return cached != null ? cached.target : add(target, NO_SUBMISSION);
    }

    /**
     * The same for a worker: what is cached counts only if, at some moment after the I/O's submission, opening the target
     * anew would have given the same thing. A check that was made after the submission covers it, so a worker that takes one
     * I/O of a batch after the other looks once. Nobody can tell this from a reopen that was as early as the check.
     *
     * @param submission number of the I/O in the order of submission, 1 or more
     * @param submitted number of the last one that had been submitted when this I/O was consumed
     */
    public OpenTarget reopen(IoTarget target, long submission, long submitted) throws IOException {
        Entry cached = open.get(target);
        if (cached != null) {
            if (submission <= cached.currentFor) {
                return cached.target;
            }
            if (cached.target.isCurrent()) {
                cached.currentFor = submitted;
                return cached.target;
            }
            discard(target);
        }
        return add(target, submitted);
    }

    private OpenTarget add(IoTarget target, long currentFor) throws IOException {
        OpenTarget opened = target.open();
        if (open.size() == capacity) {
            closeEldest();
        }
        open.put(target, new Entry(opened, currentFor));
        return opened;
    }

    /** Forgets a target whose channel is broken; the next {@link #open} opens it anew. */
    public void discard(IoTarget target) {
        Entry cached = open.remove(target);
        if (cached != null) {
            closeQuietly(target, cached);
        }
    }

    private void closeEldest() {
        Map.Entry<IoTarget, Entry> eldest = open.entrySet().iterator().next();
        open.remove(eldest.getKey());
        closeQuietly(eldest.getKey(), eldest.getValue());
    }

    @Override
    public void close() {
        open.forEach(OpenTargets::closeQuietly);
        open.clear();
    }

    private static void closeQuietly(IoTarget target, Entry cached) {
        try {
            cached.target.close();
        } catch (IOException e) {
            // Nobody waits for the outcome of a close here; what was written has been reported by its own I/O.
            LOG.log(System.Logger.Level.WARNING, "could not close " + target.describe(), e);
        }
    }
}
