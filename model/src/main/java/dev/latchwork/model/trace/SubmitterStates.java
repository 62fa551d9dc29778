package dev.latchwork.model.trace;

import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.WakeupTarget;
import java.util.Arrays;
import java.util.List;

/**
 * Where each session stands, what it owes and what it has still to perform itself. A session that never submitted is ready.
 * Mutable, confined to its thread.
 */
final class SubmitterStates {
    /** I/Os of a batch at most. */
    static final int MAX_BATCH = 32;

    private SubmitterPoint[] point = new SubmitterPoint[0];
    private int[] owed = new int[0];
    private long[][] leftover = new long[0][];
    private int[] next = new int[0];
    private int[] end = new int[0];

    SubmitterStates() {}

    private SubmitterStates(SubmitterStates other) {
        point = other.point.clone();
        owed = other.owed.clone();
        leftover = Arrays.stream(other.leftover).map(long[]::clone).toArray(long[][]::new);
        next = other.next.clone();
        end = other.end.clone();
    }

    SubmitterStates copy() {
        return new SubmitterStates(this);
    }

    /** Sessions that have submitted so far have numbers below this one. */
    int count() {
        return point.length;
    }

    SubmitterPoint point(int session) {
        return session < point.length ? point[session] : SubmitterPoint.READY;
    }

    /** The worker whose latch the session owes, or {@link WakeupTarget#NOBODY}. */
    int owed(int session) {
        return session < owed.length ? owed[session] : WakeupTarget.NOBODY;
    }

    int leftoverCount(int session) {
        return session < leftover.length ? end[session] - next[session] : 0;
    }

    /** The I/O at {@code position} of those that the session has still to perform, 0 being the next. */
    long leftover(int session, int position) {
        return leftover[session][next[session] + position];
    }

    /** Why the session is not at this point, or null. */
    String notAt(int session, SubmitterPoint wanted) {
        return point(session) == wanted
                ? null
                : "session " + session + " is at " + point(session) + ", not at " + wanted;
    }

    /** Why some session is not ready, or null. */
    String notAllReady() {
        String refused = null;
        for (int session = 0; session < point.length && refused == null; session++) {
            refused = notAt(session, SubmitterPoint.READY);
        }
        return refused;
    }

    /** The session has submitted, is left with these I/Os, and owes the latch of this worker or of nobody. */
    void submitted(int session, List<Long> left, int worker) {
        makeRoom(session);
        next[session] = 0;
        end[session] = left.size();
        for (int i = 0; i < left.size(); i++) {
            leftover[session][i] = left.get(i);
        }
        owed[session] = worker;
        point[session] = worker < 0 ? afterWakeup(session) : SubmitterPoint.SUBMIT_SET_LATCH;
    }

    /** The session has set the latch that it owed. */
    void latchSet(int session) {
        owed[session] = WakeupTarget.NOBODY;
        point[session] = afterWakeup(session);
    }

    /** The session has performed the next of its I/Os. */
    void performed(int session) {
        next[session]++;
        point[session] = afterWakeup(session);
    }

    private SubmitterPoint afterWakeup(int session) {
        return leftoverCount(session) == 0 ? SubmitterPoint.READY : SubmitterPoint.PERFORM_SYNCHRONOUSLY;
    }

    private void makeRoom(int session) {
        int had = point.length;
        if (session >= had) {
            point = Arrays.copyOf(point, session + 1);
            owed = Arrays.copyOf(owed, session + 1);
            leftover = Arrays.copyOf(leftover, session + 1);
            next = Arrays.copyOf(next, session + 1);
            end = Arrays.copyOf(end, session + 1);
            for (int s = had; s <= session; s++) {
                point[s] = SubmitterPoint.READY;
                owed[s] = WakeupTarget.NOBODY;
                leftover[s] = new long[MAX_BATCH];
            }
        }
    }
}
