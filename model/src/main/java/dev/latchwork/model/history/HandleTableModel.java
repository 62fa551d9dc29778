package dev.latchwork.model.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of handles and their uses when one step happens after another. Each session owns handles and uses the one
 * that has been idle longest; a use is staged, submitted, completed by anybody, and ended by the owner, who takes its result.
 * Whoever knows a use by its number, 1 for the first of a handle, sees it pending, completed with its own result, or ended.
 * It is told what happened and says whether it may. Immutable.
 */
public final class HandleTableModel {
    /** What is seen of a use. */
    public enum View {
        /** Nobody but the owner knows the use yet. */
        UNKNOWN,
        /** It is not completed. */
        PENDING,
        /** It is completed, with a result. */
        COMPLETED,
        /** It has ended, and its result with it. */
        ENDED
    }

    private enum Phase {
        IDLE,
        HANDED_OUT,
        STAGED,
        SUBMITTED,
        COMPLETED
    }

    /**
     * A handle.
     *
     * @param uses how often it was used, the present use included
     * @param phase where the present use is; IDLE between two uses
     * @param result what the present use was completed with, 0 before that
     */
    private record Handle(int uses, Phase phase, int result) {}

    private final int perSession;
    /** By id: a block of {@code perSession} for each session. */
    private final List<Handle> handles;
    /** Ids of the idle handles of all sessions, that which has been idle longest first. */
    private final List<Integer> idle;

    private HandleTableModel(int perSession, List<Handle> handles, List<Integer> idle) {
        this.perSession = perSession;
        this.handles = handles;
        this.idle = idle;
    }

    /**
     * Every handle is idle and was never used.
     *
     * @param sessions sessions, 1 or more
     * @param perSession handles of each session, 1 or more
     */
    public static HandleTableModel idle(int sessions, int perSession) {
        List<Handle> handles = new ArrayList<>();
        List<Integer> idle = new ArrayList<>();
        for (int id = 0; id < sessions * perSession; id++) {
            handles.add(new Handle(0, Phase.IDLE, 0));
            idle.add(id);
        }
        return new HandleTableModel(perSession, handles, idle);
    }

    /** A session that has handed nothing out hands out this handle, as it is said. */
    public Optional<HandleTableModel> acquire(int session, int handle) {
        for (int id = session * perSession; id < (session + 1) * perSession; id++) {
            if (handles.get(id).phase == Phase.HANDED_OUT) {
                return Optional.empty();
            }
        }
        if (!isLongestIdle(session, handle)) {
            return Optional.empty();
        }
        List<Integer> stillIdle = new ArrayList<>(idle);
        stillIdle.remove((Integer) handle);
        return Optional.of(with(handle, new Handle(handles.get(handle).uses + 1, Phase.HANDED_OUT, 0), stillIdle));
    }

    private boolean isLongestIdle(int session, int handle) {
        for (int id : idle) {
            if (id / perSession == session) {
                return id == handle;
            }
        }
        return false;
    }

    /** The use that is handed out is staged; from here on others know it. */
    public Optional<HandleTableModel> stage(int handle) {
        return move(handle, Phase.HANDED_OUT, Phase.STAGED, 0);
    }

    /** The use that is staged is submitted. */
    public Optional<HandleTableModel> submit(int handle) {
        return move(handle, Phase.STAGED, Phase.SUBMITTED, 0);
    }

    /** The use that is submitted is completed. */
    public Optional<HandleTableModel> complete(int handle, int result) {
        return move(handle, Phase.SUBMITTED, Phase.COMPLETED, result);
    }

    private Optional<HandleTableModel> move(int handle, Phase from, Phase to, int result) {
        Handle before = handles.get(handle);
        return before.phase == from
                ? Optional.of(with(handle, new Handle(before.uses, to, result), idle))
                : Optional.empty();
    }

    /** The owner takes the result of a use, as it is said, and the use ends. */
    public Optional<HandleTableModel> reclaim(int handle, int use, int result) {
        if (look(handle, use, View.COMPLETED, result).isEmpty()) {
            return Optional.empty();
        }
        List<Integer> nowIdle = new ArrayList<>(idle);
        nowIdle.add(handle);
        return Optional.of(with(handle, new Handle(use, Phase.IDLE, 0), nowIdle));
    }

    /** Somebody asks whether a use that is known is over, completed or ended, and is told this. */
    public Optional<HandleTableModel> isOver(int handle, int use, boolean over) {
        View view = view(handle, use);
        return view != View.UNKNOWN && over == (view != View.PENDING) ? Optional.of(this) : Optional.empty();
    }

    /**
     * Somebody looks at a use and sees this.
     *
     * @param result what it is completed with; 0 unless {@code seen} is COMPLETED
     */
    public Optional<HandleTableModel> look(int handle, int use, View seen, int result) {
        boolean ownResult = seen != View.COMPLETED || result == handles.get(handle).result;
        return seen == view(handle, use) && ownResult ? Optional.of(this) : Optional.empty();
    }

    private View view(int handle, int use) {
        Handle of = handles.get(handle);
        if (use < of.uses) {
            return View.ENDED;
        }
        if (use > of.uses) {
            return View.UNKNOWN;
        }
        return switch (of.phase) {
            case IDLE -> View.ENDED;
            case HANDED_OUT -> View.UNKNOWN;
            case STAGED, SUBMITTED -> View.PENDING;
            case COMPLETED -> View.COMPLETED;
        };
    }

    private HandleTableModel with(int id, Handle handle, List<Integer> nowIdle) {
        List<Handle> after = new ArrayList<>(handles);
        after.set(id, handle);
        return new HandleTableModel(perSession, after, nowIdle);
    }
}
