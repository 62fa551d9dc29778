package dev.latchwork.model.history;

import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the idle set does when one operation happens after another: a set of workers of which the lowest is chosen. Not
 * thread-safe.
 */
public final class IdleSetModel {
    /** What {@link #chooseLowest} returns when nobody is idle. */
    public static final int NOBODY = -1;

    private final NavigableSet<Integer> idle = new TreeSet<>();

    /** From now on {@code worker} may be chosen; no effect when it may be already. */
    public void markIdle(int worker) {
        idle.add(worker);
    }

    /** From now on {@code worker} may not be chosen; no effect when it may not be already. */
    public void clear(int worker) {
        idle.remove(worker);
    }

    /** Removes and returns the lowest worker, or returns {@link #NOBODY}. */
    public int chooseLowest() {
        Integer lowest = idle.pollFirst();
        return lowest == null ? NOBODY : lowest;
    }

    /** The workers that may be chosen, lowest first. */
    public SortedSet<Integer> content() {
        return new TreeSet<>(idle);
    }
}
