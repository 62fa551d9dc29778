package dev.latchwork.tla.proof;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.ExecutorAction;
import dev.latchwork.model.completion.ExecutorPoint;
import dev.latchwork.model.completion.ExecutorVariables;
import dev.latchwork.model.completion.HandleState;
import dev.latchwork.model.completion.OwnerAction;
import dev.latchwork.model.completion.ReclaimAction;
import dev.latchwork.model.completion.SessionPoint;
import dev.latchwork.model.completion.WaiterAction;
import dev.latchwork.tla.proof.completion.CompletionAbstraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds the formulas of the completion side against the executable model, handle by handle: what a step of the model does to
 * a handle and to those who wait for it is a step of a formula, or nothing; and a formula's guard is false where the model's
 * variables say so.
 */
final class CompletionAgreement {
    /** What a set does not tell: whether another broadcast has the same to do. */
    private static final Map<String, Set<Variable>> LEFT_OPEN =
            Map.of("Broadcast", Set.of(BROADCAST_DUE), "WakeWaiter", Set.of(WAKING));

    /** The actions of a session that waits, by where it is. */
    private static final Map<SessionPoint, String> WAITERS = Map.of(
            SessionPoint.LOAD_STATE, "LoadState",
            SessionPoint.LOAD_GENERATION, "LoadGeneration",
            SessionPoint.PREPARE_TO_SLEEP, "PrepareToSleep",
            SessionPoint.AWAIT, "Await",
            SessionPoint.RESET_LATCH, "ResetLatch",
            SessionPoint.ENLIST_AGAIN, "EnlistAgain",
            SessionPoint.CANCEL_SLEEP, "CancelSleep",
            SessionPoint.READ_RESULT, "ReadResult",
            SessionPoint.CONFIRM_GENERATION, "ConfirmGeneration",
            SessionPoint.RETURN, "Return");

    private final CompletionProtocol model;
    private final StepAgreement agreement;
    private final ConcreteSteps formulas;
    private final Random random;

    CompletionAgreement(CompletionProtocol model, ConcreteSteps formulas, Random random) {
        this.model = model;
        this.formulas = formulas;
        this.random = random;
        this.agreement = new StepAgreement(formulas, ALL, LEFT_OPEN, random);
    }

    /** What was found. */
    StepAgreement agreement() {
        return agreement;
    }

    /** Compares all actions in one state, for one handle as seen with one session observed. */
    void compare(CompletionState state) {
        int handle = random.nextInt(state.handles().size());
        int observed = random.nextInt(state.sessions().size());
        Map<Variable, Long> before = CompletionAbstraction.of(state, handle, observed);
        for (CompletionAction action : model.enabled(state)) {
            CompletionState next = model.step(state, action);
            Map<Variable, Long> right = CompletionAbstraction.of(next, handle, observed);
            Optional<Step> step = step(state, handle, action);
            if (step.isPresent()) {
                String word = step.get().word();
                Map<Variable, Long> given = arguments(step.get(), before, right);
                agreement.compareStep(state, word, before, given, right);
            } else {
                agreement.compareUnseen(state, action.text(), before, right);
            }
        }
        compareGuardsOfHandle(state, handle, before);
        for (int session = 0; session < state.sessions().size(); session++) {
            compareGuardsOfSession(state, handle, session, before);
        }
    }

    /**
     * A step of a formula.
     *
     * @param word its action
     * @param session whom it is about, or -1
     */
    private record Step(String word, int session) {}

    /** What the action is for the handle; nothing if it changes nothing that has to do with it. */
    private static Optional<Step> step(CompletionState state, int handle, CompletionAction action) {
        String word = action.getClass().getSimpleName();
        if (action instanceof OwnerAction owner) {
            return isAbout(state, handle, owner) ? Optional.of(new Step(word, -1)) : Optional.empty();
        }
        if (action instanceof ExecutorAction executor) {
            return ofExecutor(state, handle, executor, word);
        }
        if (action instanceof WaiterAction waiter) {
            return ofWaiter(state, handle, waiter, word);
        }
        if (action instanceof ReclaimAction.Reclaim reclaim) {
            return reclaim.handle() == handle ? Optional.of(new Step(word, reclaim.session())) : Optional.empty();
        }
        int session = action instanceof ReclaimAction.NextGeneration next
                ? next.session()
                : ((ReclaimAction.Recycle) action).session();
        return state.session(session).recycling() == handle ? Optional.of(new Step(word, -1)) : Optional.empty();
    }

    private static boolean isAbout(CompletionState state, int handle, OwnerAction action) {
        if (action instanceof OwnerAction.Submit submit) {
            return state.session(submit.session()).staged().contains(handle);
        }
        int meant = action instanceof OwnerAction.Acquire acquire
                ? acquire.handle()
                : action instanceof OwnerAction.Release release
                        ? release.handle()
                        : action instanceof OwnerAction.Define define
                                ? define.handle()
                                : ((OwnerAction.Stage) action).handle();
        return meant == handle;
    }

    private static Optional<Step> ofExecutor(CompletionState state, int handle, ExecutorAction action, String word) {
        if (action instanceof ExecutorAction.Perform perform) {
            return perform.handle() == handle ? Optional.of(new Step(word, -1)) : Optional.empty();
        }
        if (action instanceof ExecutorAction.CompleteFailed failed) {
            return failed.handle() == handle ? Optional.of(new Step(word, -1)) : Optional.empty();
        }
        if (action instanceof ExecutorAction.WakeWaiter wake) {
            ExecutorVariables executor = state.executor(wake.executor());
            String whose = executor.executing() == handle ? word : word + " (of another handle)";
            return Optional.of(new Step(whose, executor.waking()));
        }
        if (action instanceof ExecutorAction.UnlinkWaiter unlink) {
            List<Integer> waiting = state.handle(handle).waiting();
            return state.executor(unlink.executor()).executing() == handle && !waiting.isEmpty()
                    ? Optional.of(new Step(word, waiting.get(0)))
                    : Optional.empty();
        }
        int executor = action instanceof ExecutorAction.Broadcast broadcast
                ? broadcast.executor()
                : ((ExecutorAction.CompleteShared) action).executor();
        return state.executor(executor).executing() == handle ? Optional.of(new Step(word, -1)) : Optional.empty();
    }

    private static Optional<Step> ofWaiter(CompletionState state, int handle, WaiterAction action, String word) {
        if (action instanceof WaiterAction.Wait wait) {
            return wait.handle() == handle ? Optional.of(new Step(word, wait.session())) : Optional.empty();
        }
        if (action instanceof WaiterAction.WaitForOldest oldest) {
            return state.session(oldest.session()).inFlight().get(0) == handle
                    ? Optional.of(new Step("Wait", oldest.session()))
                    : Optional.empty();
        }
        int session = sessionAt(state, action);
        if (state.session(session).awaiting().awaited() == handle) {
            return Optional.of(new Step(word, session));
        }
        return action instanceof WaiterAction.ResetLatch
                ? Optional.of(new Step(word + " (for another handle)", session))
                : Optional.empty();
    }

    /** Whose step it is: the last of the parameters in the text is the session, since it is the only one. */
    private static int sessionAt(CompletionState state, WaiterAction action) {
        for (int session = 0; session < state.sessions().size(); session++) {
            if (action.text().endsWith("(" + session + ")")) {
                return session;
            }
        }
        throw new IllegalArgumentException(action.text());
    }

    private Map<Variable, Long> arguments(Step step, Map<Variable, Long> before, Map<Variable, Long> right) {
        Map<Variable, Long> given = new LinkedHashMap<>();
        for (Variable parameter : formulas.parameters(step.word())) {
            if (parameter.equals(SESSION)) {
                given.put(SESSION, 1L << step.session());
            } else if (parameter.equals(COVERED_TOO)) {
                given.put(COVERED_TOO, right.get(TO_UNLINK) & ~before.get(TO_UNLINK));
            }
        }
        return given;
    }

    /** Guards that the handle's state, its owner and the executors tell. */
    private void compareGuardsOfHandle(CompletionState state, int handle, Map<Variable, Long> before) {
        int owner = state.bounds().owner(handle);
        HandleState its = state.handle(handle).state();
        boolean ending = state.session(owner).recycling() == handle;
        boolean ownerFree = !ending && state.session(owner).awaiting().awaited() != handle;
        compareGuard(state, "Acquire", before, its == HandleState.IDLE && ownerFree);
        compareGuard(state, "Release", before, its == HandleState.HANDED_OUT && ownerFree);
        compareGuard(state, "Define", before, its == HandleState.HANDED_OUT && ownerFree);
        compareGuard(state, "Stage", before, its == HandleState.DEFINED && ownerFree);
        compareGuard(state, "Submit", before, its == HandleState.STAGED && ownerFree);
        compareGuard(state, "Perform", before, its == HandleState.SUBMITTED);
        compareGuard(state, "CompleteFailed", before, its == HandleState.SUBMITTED);
        compareGuard(state, "CompleteShared", before, its == HandleState.COMPLETED_IO);
        compareGuard(
                state,
                "Broadcast",
                before,
                anyExecutor(state, handle, executor -> executor.point() == ExecutorPoint.BROADCAST));
        SessionPoint point = state.session(owner).point();
        compareGuard(state, "NextGeneration", before, ending && point == SessionPoint.NEXT_GENERATION);
        compareGuard(state, "Recycle", before, ending && point == SessionPoint.RECYCLE);
    }

    /** Guards that a session's place tells. */
    private void compareGuardsOfSession(CompletionState state, int handle, int session, Map<Variable, Long> before) {
        boolean waits = state.session(session).awaiting().awaited() == handle;
        SessionPoint point = state.session(session).point();
        for (Map.Entry<SessionPoint, String> waiter : WAITERS.entrySet()) {
            boolean canStep = waits
                    && point == waiter.getKey()
                    && (point != SessionPoint.AWAIT || state.session(session).latch());
            compareGuard(state, waiter.getValue(), session, before, canStep);
        }
        HandleState its = state.handle(handle).state();
        boolean owns = state.bounds().owner(handle) == session;
        boolean published = its.compareTo(HandleState.STAGED) >= 0 && its != HandleState.COMPLETED_LOCAL;
        boolean reclaims = waits ? point == SessionPoint.RECLAIM : owns;
        compareGuard(state, "Wait", session, before, published && !waits);
        compareGuard(state, "Reclaim", session, before, reclaims && its == HandleState.COMPLETED_SHARED);
        compareGuard(state, "ResetLatch (for another handle)", session, before, !waits);
        compareGuard(
                state,
                "UnlinkWaiter",
                session,
                before,
                state.handle(handle).waiting().contains(session));
        compareGuard(
                state,
                "WakeWaiter",
                session,
                before,
                anyExecutor(state, handle, executor -> executor.waking() == session));
    }

    private static boolean anyExecutor(CompletionState state, int handle, Predicate<ExecutorVariables> condition) {
        return state.executors().stream()
                .anyMatch(executor -> executor.executing() == handle && condition.test(executor));
    }

    private void compareGuard(CompletionState state, String word, Map<Variable, Long> before, boolean expected) {
        agreement.compareGuard(state, word, before, Map.of(), expected);
    }

    private void compareGuard(
            CompletionState state, String word, int session, Map<Variable, Long> before, boolean expected) {
        Map<Variable, Long> given = arguments(new Step(word, session), before, before);
        agreement.compareGuard(state, word, before, given, expected);
    }
}
