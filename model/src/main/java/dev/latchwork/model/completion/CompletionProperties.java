package dev.latchwork.model.completion;

import dev.latchwork.model.search.StepProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The properties of the completion side, by the names of the specification. */
public final class CompletionProperties {

    public static final StepProperty<CompletionState> TYPE_OK = ofStates(
            "TypeOK",
            "A point tells what its process holds, and lists and states agree.",
            CompletionProperties::isTypeOk);

    public static final StepProperty<CompletionState> ONE_HANDED_OUT = ofStates(
            "OneHandedOut",
            "A session has at most one handle that it has acquired and neither staged nor released.",
            state -> sessions(state)
                    .allMatch(session -> state.handlesOf(session)
                                    .filter(handle ->
                                            isHandedOut(state.handle(handle).state()))
                                    .count()
                            <= 1));

    public static final StepProperty<CompletionState> ONLY_OWNER_RECLAIMS = ofStates(
            "OnlyOwnerReclaims",
            "Who ends the use of a handle owns it.",
            state -> sessions(state).allMatch(session -> {
                int recycling = state.session(session).recycling();
                return recycling < 0 || state.bounds().owner(recycling) == session;
            }));

    public static final StepProperty<CompletionState> COMPLETED_HAS_RESULT = ofStates(
            "CompletedHasResult",
            "A completed handle has its result.",
            state -> state.handles().stream()
                    .allMatch(handle -> !handle.state().isCompleted() || handle.result() != Outcome.NONE));

    public static final StepProperty<CompletionState> NO_LOST_COMPLETION = ofStates(
            "NoLostCompletion",
            "Whoever sleeps for a use that is over has its latch set or is about to be woken by a broadcast under way.",
            state -> sessions(state)
                    .allMatch(session -> !sleepsThoughOver(state, session) || willBeWoken(state, session)));

    public static final StepProperty<CompletionState> RETURNS_ONLY_WHEN_OVER = ofStates(
            "ReturnsOnlyWhenOver",
            "A wait returns when its use is over, not before.",
            state -> returning(
                    state,
                    session -> state.awaitedBy(session)
                            .isOver(state.session(session).awaiting().use())));

    public static final StepProperty<CompletionState> NEVER_ANOTHERS_RESULT = ofStates(
            "NeverAnothersResult",
            "A wait gives the result of its own use or none, to the owner always its own.",
            state -> returning(state, session -> {
                WaitVariables wait = state.session(session).awaiting();
                return wait.got() == Outcome.NONE
                        ? state.bounds().owner(wait.awaited()) != session
                        : wait.got() == state.awaitedBy(session).outcomes().get(wait.use() - 1);
            }));

    public static final StepProperty<CompletionState> LEGAL_TRANSITIONS = ofSteps(
            "LegalTransitions",
            "A handle's state changes as its life cycle allows, and not otherwise.",
            (before, after) -> before.state() == after.state() || before.state().mayBecome(after.state()));

    public static final StepProperty<CompletionState> GENERATION_NEVER_DECREASES = ofSteps(
            "GenerationNeverDecreases",
            "A generation never decreases.",
            (before, after) -> after.generation() >= before.generation());

    /** All of them, in the order in which they are listed above. */
    public static final List<StepProperty<CompletionState>> ALL = List.of(
            TYPE_OK,
            ONE_HANDED_OUT,
            ONLY_OWNER_RECLAIMS,
            COMPLETED_HAS_RESULT,
            NO_LOST_COMPLETION,
            RETURNS_ONLY_WHEN_OVER,
            NEVER_ANOTHERS_RESULT,
            LEGAL_TRANSITIONS,
            GENERATION_NEVER_DECREASES);

    private CompletionProperties() {}

    /** Somebody waits: what {@code WaiterReturns} says must not last. */
    public static boolean anybodyWaits(CompletionState state) {
        return state.sessions().stream().anyMatch(session -> session.awaiting().isWaiting());
    }

    private static StepProperty<CompletionState> ofStates(
            String name, String sentence, Predicate<CompletionState> predicate) {
        return new StepProperty<>(name, sentence, (before, after) -> predicate.test(after));
    }

    private static StepProperty<CompletionState> ofSteps(
            String name, String sentence, BiPredicate<HandleVariables, HandleVariables> predicate) {
        return new StepProperty<>(
                name,
                sentence,
                (before, after) -> IntStream.range(0, before.bounds().handles())
                        .allMatch(handle -> predicate.test(before.handle(handle), after.handle(handle))));
    }

    private static IntStream sessions(CompletionState state) {
        return IntStream.range(0, state.bounds().sessions());
    }

    private static boolean isHandedOut(HandleState state) {
        return state == HandleState.HANDED_OUT || state == HandleState.DEFINED;
    }

    private static boolean returning(CompletionState state, IntPredicate predicate) {
        return sessions(state)
                .filter(session -> state.session(session).point() == SessionPoint.RETURN)
                .allMatch(predicate);
    }

    private static boolean sleepsThoughOver(CompletionState state, int session) {
        SessionVariables own = state.session(session);
        return own.point() == SessionPoint.AWAIT
                && !own.latch()
                && state.awaitedBy(session).isOver(own.awaiting().use());
    }

    private static boolean willBeWoken(CompletionState state, int session) {
        return state.executors().stream()
                .anyMatch(executor -> executor.waking() == session || willUnlink(state, executor, session));
    }

    private static boolean willUnlink(CompletionState state, ExecutorVariables executor, int session) {
        if (executor.executing() < 0) {
            return false;
        }
        int place = state.handle(executor.executing()).waiting().indexOf(session);
        return place >= 0 && (executor.point() == ExecutorPoint.BROADCAST || place < executor.remaining());
    }

    private static boolean isTypeOk(CompletionState state) {
        return sessions(state).allMatch(session -> isTypeOk(state, session))
                && state.executors().stream().allMatch(CompletionProperties::isTypeOk)
                && IntStream.range(0, state.bounds().handles()).allMatch(handle -> isListOk(state, handle));
    }

    private static boolean isTypeOk(CompletionState state, int session) {
        SessionVariables own = state.session(session);
        SessionPoint point = own.point();
        boolean chooses = point == SessionPoint.READY || point == SessionPoint.STAGE;
        boolean pointOk = own.awaiting().isWaiting() ? !chooses : chooses || point.isRecycling();
        return pointOk
                && own.awaiting().isWaiting() == (own.awaiting().generation() != 0)
                && (own.recycling() >= 0) == point.isRecycling()
                && (!own.awaiting().prepared() || point.mayBePrepared())
                && hasExactly(state, session, own.staged(), handle -> handle == HandleState.STAGED)
                && hasExactly(state, session, own.inFlight(), HandleState::isInFlight);
    }

    private static boolean hasExactly(
            CompletionState state, int session, List<Integer> list, Predicate<HandleState> member) {
        Set<Integer> members = new HashSet<>();
        state.handlesOf(session)
                .filter(handle -> member.test(state.handle(handle).state()))
                .forEach(members::add);
        return members.equals(new HashSet<>(list));
    }

    private static boolean isTypeOk(ExecutorVariables executor) {
        return (executor.executing() < 0) == (executor.point() == ExecutorPoint.FREE)
                && (executor.waking() >= 0) == (executor.point() == ExecutorPoint.WAKE_WAITER)
                && executor.remaining() >= 0;
    }

    private static boolean isListOk(CompletionState state, int handle) {
        List<Integer> waiting = state.handle(handle).waiting();
        return new HashSet<>(waiting).size() == waiting.size()
                && waiting.stream().allMatch(session -> {
                    WaitVariables wait = state.session(session).awaiting();
                    return wait.prepared() && wait.awaited() == handle;
                });
    }
}
