package dev.latchwork.model.trace;

import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.WorkerPoint;

/**
 * What decides about wakeups in a state of two workers, without I/Os' names and sessions' leftovers: so a real run, whose I/Os
 * never end, and the model, which has a few, can be compared. For each worker its point, idle bit, latch, request to exit and
 * whether somebody owes it its latch; and the depth. As a {@code long}, since there are many.
 */
public final class AbstractState {
    /** The workers that it looks at. */
    public static final int WORKERS = 2;

    private static final int POINT_BITS = 4;

    private AbstractState() {}

    /** Of a state of the model. */
    public static long of(ProtocolState state) {
        int owed = state.owedByLeavers();
        for (int w = 0; w < state.bounds().workers(); w++) {
            for (int k = 0; k < state.owedCount(w); k++) {
                owed |= WakeupTarget.setOf(state.owed(w, k));
            }
        }
        for (int s = 0; s < state.bounds().submitters(); s++) {
            owed |= WakeupTarget.setOf(state.submitterOwed(s));
        }
        return pack(
                state.point(0),
                state.point(1),
                state.idleBits(),
                state.latchBits(),
                state.exitRequestedBits() & state.inUseBits(),
                owed,
                state.depth());
    }

    /** Of a state of a real run. */
    public static long of(ReplayState state) {
        int owed = 0;
        for (ReplayState.Leaver leaver : state.leavers()) {
            owed |= leaver.owes();
        }
        for (int w = 0; w < WORKERS; w++) {
            for (int k = 0; k < state.owedCount(w); k++) {
                owed |= 1 << state.owed(w, k);
            }
        }
        for (int s = 0; s < state.submitters(); s++) {
            if (state.submitterPoint(s) == SubmitterPoint.SUBMIT_SET_LATCH) {
                owed |= 1 << state.submitterOwed(s);
            }
        }
        return pack(
                state.point(0),
                state.point(1),
                state.idle(),
                state.latch(),
                state.exitRequested() & state.inUse(),
                owed,
                state.depth());
    }

    @SuppressWarnings("EnumOrdinal") // both sides are of this JVM
    private static long pack(
            WorkerPoint first, WorkerPoint second, int idle, int latch, int exitRequested, int owed, int depth) {
        long packed = depth;
        packed = (packed << WORKERS) | (owed & 3);
        packed = (packed << WORKERS) | (exitRequested & 3);
        packed = (packed << WORKERS) | (latch & 3);
        packed = (packed << WORKERS) | (idle & 3);
        packed = (packed << POINT_BITS) | second.ordinal();
        return (packed << POINT_BITS) | first.ordinal();
    }

    @SuppressWarnings("EnumOrdinal") // both sides are of this JVM
    private static WorkerPoint point(long state, int worker) {
        return WorkerPoint.values()[(int) (state >> (worker * POINT_BITS)) & 15];
    }

    /** In words, such as {@code depth 1, 0: Await idle, 1: Look latch}. */
    public static String text(long state) {
        StringBuilder text = new StringBuilder("depth " + (state >> (2 * POINT_BITS + 4 * WORKERS)));
        for (int w = 0; w < WORKERS; w++) {
            text.append(", ").append(w).append(": ");
            text.append(point(state, w));
            String[] flags = {" idle", " latch set", " exit requested", " owed"};
            for (int flag = 0; flag < flags.length; flag++) {
                boolean set = (state >> (2 * POINT_BITS + flag * WORKERS + w) & 1) != 0;
                text.append(set ? flags[flag] : "");
            }
        }
        return text.toString();
    }
}
