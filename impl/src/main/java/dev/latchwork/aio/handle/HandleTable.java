package dev.latchwork.aio.handle;

import java.util.function.IntFunction;

/** All handles of an instance, by id: a block of {@code io_max_concurrency} for each session number. Immutable. */
public final class HandleTable {
    private final Handle[] handles;
    private final int perSession;

    /** Makes {@code sessions * perSession} idle handles. */
    public HandleTable(int sessions, int perSession) {
        this(sessions, perSession, Handle::new);
    }

    /** The same with other handles, each made from its id, for variants and tests. */
    public HandleTable(int sessions, int perSession, IntFunction<? extends Handle> newHandle) {
        this.perSession = perSession;
        handles = new Handle[sessions * perSession];
        for (int id = 0; id < handles.length; id++) {
            handles[id] = newHandle.apply(id);
        }
    }

    public Handle get(int id) {
        return handles[id];
    }

    public int size() {
        return handles.length;
    }

    /** The handle with number {@code index}, 0 to {@code perSession - 1}, of a session. */
    public Handle ofSession(int session, int index) {
        return handles[session * perSession + index];
    }

    public int perSession() {
        return perSession;
    }
}
