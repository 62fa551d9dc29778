package dev.latchwork.tla.proof;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionBounds;
import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.ExecutorPoint;
import dev.latchwork.model.completion.ExecutorVariables;
import dev.latchwork.model.completion.HandleState;
import dev.latchwork.model.completion.HandleVariables;
import dev.latchwork.model.completion.Outcome;
import dev.latchwork.model.completion.SessionPoint;
import dev.latchwork.model.completion.SessionVariables;
import dev.latchwork.model.completion.WaitVariables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** States of the executable model of the completion side: those of random walks, and made-up ones that need not be reachable. */
record RandomCompletionStates(CompletionProtocol model, Random random) {
    private static final int MOST_USES = 4;
    private static final List<SessionPoint> WAITING_POINTS = List.of(
            SessionPoint.LOAD_STATE,
            SessionPoint.LOAD_GENERATION,
            SessionPoint.PREPARE_TO_SLEEP,
            SessionPoint.AWAIT,
            SessionPoint.RESET_LATCH,
            SessionPoint.ENLIST_AGAIN,
            SessionPoint.CANCEL_SLEEP,
            SessionPoint.READ_RESULT,
            SessionPoint.CONFIRM_GENERATION,
            SessionPoint.RECLAIM,
            SessionPoint.RETURN);

    /** Where a session may be between its enlisting and its cancelling. */
    private static final Set<SessionPoint> ENLISTED_POINTS = EnumSet.of(
            SessionPoint.LOAD_STATE,
            SessionPoint.LOAD_GENERATION,
            SessionPoint.AWAIT,
            SessionPoint.RESET_LATCH,
            SessionPoint.ENLIST_AGAIN,
            SessionPoint.CANCEL_SLEEP);

    static final CompletionBounds BOUNDS = new CompletionBounds(4, 4, 2, 3, 50, 500);

    /** A walk from the first state, until nothing can happen or after {@code most} steps. */
    void walk(int most, Consumer<CompletionState> visitor) {
        CompletionState state = model.initial();
        for (int step = 0; step < most; step++) {
            visitor.accept(state);
            List<CompletionAction> enabled = model.enabled(state);
            if (enabled.isEmpty()) {
                return;
            }
            state = model.step(state, enabled.get(random.nextInt(enabled.size())));
        }
    }

    /**
     * Any states, generations, results, lists and points; only what an agent holds agrees with its point, and the state of a
     * handle with who is about to change it, or the step would have no sense.
     */
    CompletionState anything() {
        List<HandleVariables> handles = new ArrayList<>();
        for (int handle = 0; handle < BOUNDS.handles(); handle++) {
            handles.add(new HandleVariables(
                    any(HandleState.values()),
                    1 + random.nextInt(MOST_USES),
                    any(Outcome.values()),
                    sessions(),
                    outcomes()));
        }
        List<SessionVariables> sessions = new ArrayList<>();
        for (int session = 0; session < BOUNDS.sessions(); session++) {
            sessions.add(session(session, handles));
        }
        List<ExecutorVariables> executors = new ArrayList<>();
        for (int executor = 0; executor < BOUNDS.executors(); executor++) {
            executors.add(executor(handles, sessions));
        }
        return new CompletionState(BOUNDS, handles, sessions, executors, 0);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private List<Integer> sessions() {
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, BOUNDS.sessions()).boxed().toList());
        Collections.shuffle(all, random);
        return new ArrayList<>(all.subList(0, random.nextInt(all.size())));
    }

    private List<Outcome> outcomes() {
        return IntStream.range(0, 1 + random.nextInt(MOST_USES))
                .mapToObj(use -> any(Outcome.values()))
                .toList();
    }

    private SessionVariables session(int session, List<HandleVariables> handles) {
        int own = session * BOUNDS.perSession() + random.nextInt(BOUNDS.perSession());
        boolean owns = own < handles.size();
        boolean latch = random.nextBoolean();
        int kind = random.nextInt(owns ? 5 : 4);
        if (kind == 4) {
            SessionPoint point = random.nextBoolean() ? SessionPoint.NEXT_GENERATION : SessionPoint.RECYCLE;
            HandleState state = random.nextBoolean() ? HandleState.HANDED_OUT : HandleState.COMPLETED_LOCAL;
            handles.set(own, handles.get(own).state(state));
            WaitVariables wait = random.nextBoolean() ? waitFor(own, handles.get(own), point) : waitForNothing();
            return new SessionVariables(point, latch, List.of(), List.of(), own, wait);
        }
        if (kind > 1) {
            SessionPoint point = WAITING_POINTS.get(random.nextInt(WAITING_POINTS.size()));
            int handle = owns && point == SessionPoint.RECLAIM ? own : random.nextInt(handles.size());
            return new SessionVariables(
                    point,
                    latch,
                    List.of(),
                    List.of(),
                    -1,
                    waitFor(handle, withoutDouble(session, handle, handles), point));
        }
        return new SessionVariables(
                owns && kind == 1 ? SessionPoint.STAGE : SessionPoint.READY,
                latch,
                owned(session, handles, HandleState.STAGED),
                owned(session, handles, HandleState.SUBMITTED),
                -1,
                waitForNothing());
    }

    /** Nobody enlists who is on the list. */
    private static HandleVariables withoutDouble(int session, int handle, List<HandleVariables> handles) {
        List<Integer> others = new ArrayList<>(handles.get(handle).waiting());
        others.remove(Integer.valueOf(session));
        handles.set(handle, handles.get(handle).waiting(others));
        return handles.get(handle);
    }

    private static List<Integer> owned(int session, List<HandleVariables> handles, HandleState state) {
        return IntStream.range(0, handles.size())
                .filter(handle -> BOUNDS.owner(handle) == session)
                .filter(handle -> handles.get(handle).state() == state)
                .boxed()
                .toList();
    }

    private WaitVariables waitFor(int handle, HandleVariables its, SessionPoint point) {
        return new WaitVariables(
                handle,
                1 + random.nextInt(its.generation()),
                ENLISTED_POINTS.contains(point) && random.nextBoolean(),
                point == SessionPoint.LOAD_GENERATION && random.nextBoolean(),
                point == SessionPoint.CONFIRM_GENERATION || point == SessionPoint.RETURN
                        ? any(Outcome.values())
                        : Outcome.NONE,
                1 + random.nextInt(its.use()));
    }

    private static WaitVariables waitForNothing() {
        return new WaitVariables(-1, 0, false, false, Outcome.NONE, 0);
    }

    /** Whoever is to unlink has somebody to unlink. */
    private int remaining(ExecutorPoint point) {
        return switch (point) {
            case UNLINK_WAITER -> 1 + random.nextInt(BOUNDS.sessions());
            case WAKE_WAITER -> random.nextInt(BOUNDS.sessions());
            default -> 0;
        };
    }

    private ExecutorVariables executor(List<HandleVariables> handles, List<SessionVariables> sessions) {
        ExecutorPoint point = any(ExecutorPoint.values());
        int handle = random.nextInt(handles.size());
        if (point == ExecutorPoint.COMPLETE_SHARED) {
            boolean isOneInFlight = sessions.stream().noneMatch(owner -> owner.recycling() == handle)
                    && handles.get(handle).state() == HandleState.COMPLETED_IO;
            point = isOneInFlight ? point : ExecutorPoint.FREE;
        }
        return new ExecutorVariables(
                point,
                point == ExecutorPoint.FREE ? -1 : handle,
                remaining(point),
                point == ExecutorPoint.WAKE_WAITER ? random.nextInt(BOUNDS.sessions()) : -1);
    }
}
