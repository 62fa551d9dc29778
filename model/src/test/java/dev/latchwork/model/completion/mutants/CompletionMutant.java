package dev.latchwork.model.completion.mutants;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.ExecutorAction;
import dev.latchwork.model.completion.ExecutorPoint;
import dev.latchwork.model.completion.HandleState;
import dev.latchwork.model.completion.HandleVariables;
import dev.latchwork.model.completion.Outcome;
import dev.latchwork.model.completion.OwnerAction;
import dev.latchwork.model.completion.ReclaimAction;
import dev.latchwork.model.completion.SessionPoint;
import dev.latchwork.model.completion.WaitVariables;
import dev.latchwork.model.completion.WaiterAction;
import dev.latchwork.model.completion.mutants.FaultyCompletion.EffectFault;
import dev.latchwork.model.completion.mutants.FaultyCompletion.GuardFault;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A fault of the completion side: those of {@code MCCompletionFaults}, by the same subjects.
 *
 * @param subject the subject of checks on this mutant
 * @param guard the fault in a guard
 * @param effect the fault in an effect
 */
public record CompletionMutant(String subject, GuardFault guard, EffectFault effect) {

    /** The waiter looks before it enlists, and not again. */
    public static final CompletionMutant M60 = of("M60", CompletionMutant::sleepWithoutLook);

    /** The broadcast comes before the state that it tells of. */
    public static final CompletionMutant M61 = of("M61", CompletionMutant::broadcastFirst);

    /** The broadcast forgets one of those that wait. */
    public static final CompletionMutant M62 = of("M62", CompletionMutant::forgetOne);

    /** The next use has the generation of the last. */
    public static final CompletionMutant M63 = of("M63", CompletionMutant::keepGeneration);

    /** Whoever has waited reclaims. */
    public static final CompletionMutant M64 = of("M64", CompletionMutant::reclaimForeign);

    /** A result that was read is kept, whichever use it is of. */
    public static final CompletionMutant M65 = of("M65", CompletionMutant::confirmNothing);

    /** The result is stored after COMPLETED_SHARED. */
    public static final CompletionMutant M66 = of("M66", CompletionMutant::storeResultLate);

    /** The generation is not compared. */
    public static final CompletionMutant M67 = of("M67", CompletionMutant::compareNoGeneration);

    /** A waiter that cancels takes the first of the list off. */
    public static final CompletionMutant M68 = of("M68", CompletionMutant::cancelFirst);

    /** A completed handle is completed again by another executor. */
    public static final CompletionMutant M69 =
            new CompletionMutant("M69", CompletionMutant::takeTwice, EffectFault.NONE);

    /** The generation is loaded before the state. */
    public static final CompletionMutant M15 = of("M15", CompletionMutant::loadGenerationFirst);

    /** IDLE is stored before the next generation. */
    public static final CompletionMutant IDLE_FIRST =
            of("spec-idle-before-generation", CompletionMutant::storeIdleFirst);

    /** A waiter that cancels stays on the list. */
    public static final CompletionMutant STAYS_ENLISTED = of("spec-stays-enlisted", CompletionMutant::cancelNothing);

    /** A session acquires while it has a handle handed out. */
    public static final CompletionMutant TWO_HANDED_OUT =
            new CompletionMutant("spec-two-handed-out", CompletionMutant::acquireAnother, EffectFault.NONE);

    /** A waiter takes COMPLETED_IO for completed. */
    public static final CompletionMutant RETURNS_EARLY = of("spec-returns-early", CompletionMutant::takeForCompleted);

    /** A generation of one bit. */
    public static final CompletionMutant GENERATION_WRAPS =
            of("spec-generation-wraps", CompletionMutant::wrapGeneration);

    /** A session waits while it holds staged I/Os. */
    public static final CompletionMutant WAITS_WITH_STAGED =
            new CompletionMutant("spec-waits-with-staged", CompletionMutant::waitWithStaged, EffectFault.NONE);

    /** A reference is with others as soon as the handle is handed out. */
    public static final CompletionMutant PUBLISHED_EARLY =
            new CompletionMutant("spec-published-early", CompletionMutant::waitForHandedOut, EffectFault.NONE);

    private static CompletionMutant of(String subject, EffectFault effect) {
        return new CompletionMutant(subject, GuardFault.NONE, effect);
    }

    private static CompletionState sleepWithoutLook(
            CompletionState before, CompletionAction action, CompletionState right) {
        return action instanceof WaiterAction.PrepareToSleep prepare
                ? right.withSession(prepare.session(), own -> own.point(SessionPoint.AWAIT))
                : right;
    }

    private static CompletionState broadcastFirst(
            CompletionState before, CompletionAction action, CompletionState right) {
        if (action instanceof ExecutorAction.Perform perform) {
            return executorAt(right, perform.executor(), ExecutorPoint.BROADCAST);
        }
        if (action instanceof ExecutorAction.CompleteFailed failed) {
            return executorAt(right, failed.executor(), ExecutorPoint.BROADCAST);
        }
        if (action instanceof ExecutorAction.CompleteShared last) {
            return executorAt(right, last.executor(), ExecutorPoint.FREE);
        }
        for (int e = 0; e < right.bounds().executors(); e++) {
            int handle = before.executor(e).executing();
            if (handle >= 0 && right.executor(e).point() == ExecutorPoint.FREE) {
                return right.withExecutor(e, own -> own.executing(handle).point(ExecutorPoint.COMPLETE_SHARED));
            }
        }
        return right;
    }

    private static CompletionState executorAt(CompletionState state, int executor, ExecutorPoint point) {
        return state.withExecutor(executor, own -> own.point(point));
    }

    private static CompletionState forgetOne(CompletionState before, CompletionAction action, CompletionState right) {
        if (!(action instanceof ExecutorAction.Broadcast broadcast)
                || right.executor(broadcast.executor()).remaining() == 0) {
            return right;
        }
        return right.withExecutor(
                broadcast.executor(),
                own -> own.remaining(own.remaining() - 1)
                        .point(own.remaining() == 1 ? ExecutorPoint.FREE : own.point()));
    }

    private static CompletionState keepGeneration(
            CompletionState before, CompletionAction action, CompletionState right) {
        return generation(before, action, right, old -> old);
    }

    private static CompletionState wrapGeneration(
            CompletionState before, CompletionAction action, CompletionState right) {
        return generation(before, action, right, old -> 3 - old);
    }

    private static CompletionState generation(
            CompletionState before, CompletionAction action, CompletionState right, UnaryOperator<Integer> next) {
        return action instanceof ReclaimAction.NextGeneration end
                ? right.withHandle(
                        before.session(end.session()).recycling(),
                        handle -> handle.generation(next.apply(handle.generation() - 1)))
                : right;
    }

    private static CompletionState reclaimForeign(
            CompletionState before, CompletionAction action, CompletionState right) {
        CompletionState wrong = right;
        for (int s = 0; s < right.bounds().sessions(); s++) {
            if (right.session(s).point() == SessionPoint.READ_RESULT) {
                wrong = wrong.withSession(s, own -> own.point(SessionPoint.RECLAIM));
            }
        }
        return wrong;
    }

    private static CompletionState confirmNothing(
            CompletionState before, CompletionAction action, CompletionState right) {
        return action instanceof WaiterAction.ConfirmGeneration confirm
                ? changeWait(
                        right,
                        confirm.session(),
                        wait -> wait.got(
                                before.session(confirm.session()).awaiting().got()))
                : right;
    }

    private static CompletionState storeResultLate(
            CompletionState before, CompletionAction action, CompletionState right) {
        if (action instanceof ExecutorAction.Perform perform) {
            return right.withHandle(perform.handle(), handle -> handle.result(Outcome.NONE));
        }
        if (action instanceof ExecutorAction.CompleteFailed failed) {
            return right.withHandle(failed.handle(), handle -> handle.result(Outcome.NONE));
        }
        return action instanceof ExecutorAction.Broadcast broadcast
                ? right.withHandle(
                        before.executor(broadcast.executor()).executing(),
                        handle -> handle.result(handle.outcomes().get(handle.use() - 1)))
                : right;
    }

    private static CompletionState compareNoGeneration(
            CompletionState before, CompletionAction action, CompletionState right) {
        return action instanceof WaiterAction.LoadGeneration look
                ? lookWith(
                        before, look, before.session(look.session()).awaiting().seen())
                : right;
    }

    private static CompletionState loadGenerationFirst(
            CompletionState before, CompletionAction action, CompletionState right) {
        if (action instanceof WaiterAction.LoadState load) {
            int generation = before.awaitedBy(load.session()).generation();
            return changeWait(right, load.session(), wait -> wait.seen(generation != wait.generation()));
        }
        if (action instanceof WaiterAction.LoadGeneration look) {
            HandleState state = before.awaitedBy(look.session()).state();
            boolean completed = state == HandleState.COMPLETED_SHARED || state == HandleState.COMPLETED_LOCAL;
            return lookWith(
                    before,
                    look,
                    completed || before.session(look.session()).awaiting().seen());
        }
        return right;
    }

    /** What the waiter does when it holds the use to be over or not, whatever the generation says. */
    private static CompletionState lookWith(CompletionState before, WaiterAction.LoadGeneration look, boolean over) {
        int handle = before.session(look.session()).awaiting().awaited();
        HandleVariables itsVariables = before.handle(handle);
        CompletionState deceived = changeWait(before, look.session(), wait -> wait.seen(over))
                .withHandle(
                        handle,
                        changed -> changed.generation(
                                before.session(look.session()).awaiting().generation()));
        return look.apply(deceived).withHandle(handle, changed -> itsVariables);
    }

    private static CompletionState cancelFirst(CompletionState before, CompletionAction action, CompletionState right) {
        if (!(action instanceof WaiterAction.CancelSleep cancel)) {
            return right;
        }
        List<Integer> list = before.awaitedBy(cancel.session()).waiting();
        return withList(before, cancel, right, list.isEmpty() ? list : list.subList(1, list.size()));
    }

    private static CompletionState cancelNothing(
            CompletionState before, CompletionAction action, CompletionState right) {
        return action instanceof WaiterAction.CancelSleep cancel
                ? withList(
                        before,
                        cancel,
                        right,
                        before.awaitedBy(cancel.session()).waiting())
                : right;
    }

    private static CompletionState withList(
            CompletionState before, WaiterAction.CancelSleep cancel, CompletionState right, List<Integer> list) {
        return right.withHandle(before.session(cancel.session()).awaiting().awaited(), handle -> handle.waiting(list));
    }

    private static CompletionState storeIdleFirst(
            CompletionState before, CompletionAction action, CompletionState right) {
        if (action instanceof ReclaimAction.NextGeneration end) {
            return right.withHandle(
                    before.session(end.session()).recycling(),
                    handle -> handle.generation(handle.generation() - 1)
                            .state(HandleState.IDLE)
                            .result(Outcome.NONE));
        }
        return action instanceof ReclaimAction.Recycle last
                ? right.withHandle(
                        before.session(last.session()).recycling(),
                        handle -> handle.generation(handle.generation() + 1))
                : right;
    }

    private static CompletionState takeForCompleted(
            CompletionState before, CompletionAction action, CompletionState right) {
        return action instanceof WaiterAction.LoadState load
                        && before.awaitedBy(load.session()).state() == HandleState.COMPLETED_IO
                ? changeWait(right, load.session(), wait -> wait.seen(true))
                : right;
    }

    private static boolean takeTwice(CompletionState state, CompletionAction action, boolean rightly) {
        if (action instanceof ExecutorAction.Perform perform) {
            return rightly || canTakeAgain(state, perform.executor(), perform.handle());
        }
        return action instanceof ExecutorAction.CompleteFailed failed
                ? rightly || canTakeAgain(state, failed.executor(), failed.handle())
                : rightly;
    }

    private static boolean canTakeAgain(CompletionState state, int executor, int handle) {
        return state.executor(executor).point() == ExecutorPoint.FREE
                && state.handle(handle).state() == HandleState.COMPLETED_SHARED;
    }

    private static boolean acquireAnother(CompletionState state, CompletionAction action, boolean rightly) {
        return action instanceof OwnerAction.Acquire acquire
                ? isReady(state, state.bounds().owner(acquire.handle()))
                        && state.handle(acquire.handle()).state() == HandleState.IDLE
                        && state.handle(acquire.handle()).use() < state.bounds().maxUses()
                : rightly;
    }

    private static boolean waitWithStaged(CompletionState state, CompletionAction action, boolean rightly) {
        return action instanceof WaiterAction.Wait wait
                ? isReady(state, wait.session())
                        && state.waits() < state.bounds().maxWaits()
                        && switch (state.handle(wait.handle()).state()) {
                            case STAGED, SUBMITTED, COMPLETED_IO, COMPLETED_SHARED -> true;
                            default -> false;
                        }
                : rightly;
    }

    private static boolean waitForHandedOut(CompletionState state, CompletionAction action, boolean rightly) {
        if (!(action instanceof WaiterAction.Wait wait) || rightly) {
            return rightly;
        }
        HandleState handle = state.handle(wait.handle()).state();
        return isReady(state, wait.session())
                && state.session(wait.session()).staged().isEmpty()
                && state.waits() < state.bounds().maxWaits()
                && (handle == HandleState.HANDED_OUT || handle == HandleState.DEFINED)
                && state.session(state.bounds().owner(wait.handle())).recycling() != wait.handle();
    }

    private static boolean isReady(CompletionState state, int session) {
        return state.session(session).point() == SessionPoint.READY;
    }

    private static CompletionState changeWait(CompletionState state, int session, UnaryOperator<WaitVariables> change) {
        return state.withSession(session, own -> own.awaiting(change.apply(own.awaiting())));
    }
}
