package dev.latchwork.properties;

import dev.latchwork.aio.session.WalkedHandles;
import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionBounds;
import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.ExecutorAction;
import dev.latchwork.model.completion.HandleState;
import dev.latchwork.model.completion.HandleVariables;
import dev.latchwork.model.completion.OwnerAction;
import dev.latchwork.model.completion.ReclaimAction;
import dev.latchwork.model.completion.SessionPoint;
import dev.latchwork.model.completion.SessionVariables;
import dev.latchwork.model.completion.WaiterAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Walks through the states of the completion side with the shipped handles beside it. What the shipped code does in one
 * call, the model does in several actions: these are taken in one go, so the walk has no interleaving within them.
 */
final class HandleWalker {
    private final CompletionProtocol protocol;
    private final WalkedHandles handles;
    private final List<CompletionAction> actions = new ArrayList<>();
    /** For each reference: the number of the use in which it was taken. */
    private final List<Integer> uses = new ArrayList<>();

    private CompletionState state;
    private int staleWaits;
    private int sleeps;

    HandleWalker(CompletionBounds bounds, WalkedHandles.Parts parts) {
        protocol = new CompletionProtocol(bounds);
        handles = new WalkedHandles(bounds.sessions(), bounds.perSession(), parts);
        state = protocol.initial();
    }

    /**
     * Takes one step for each choice, until nothing can happen any more.
     *
     * @throws Violation with the schedule that led there, where handles and model differ
     */
    void walk(List<Integer> choices) {
        compare();
        for (int choice : choices) {
            List<CompletionAction> enabled = protocol.enabled(state);
            if (enabled.isEmpty()) {
                return;
            }
            step(enabled.get(choice % enabled.size()));
            compare();
        }
    }

    private void step(CompletionAction action) {
        CompletionState before = state;
        advance(action);
        for (CompletionAction next = continuation(); next != null; next = continuation()) {
            advance(next);
        }
        try {
            take(action, before);
        } catch (RuntimeException e) {
            throw violation("the shipped classes throw " + e);
        }
    }

    private void advance(CompletionAction action) {
        actions.add(action);
        state = protocol.step(state, action);
    }

    /** The action that the shipped code takes in the same call as the last one, or null. */
    private CompletionAction continuation() {
        return protocol.enabled(state).stream()
                .filter(HandleWalker::isContinuation)
                .findFirst()
                .orElse(null);
    }

    private static boolean isContinuation(CompletionAction action) {
        return action instanceof WaiterAction.LoadGeneration
                || action instanceof WaiterAction.ResetLatch
                || action instanceof WaiterAction.EnlistAgain
                || action instanceof WaiterAction.ConfirmGeneration
                || action instanceof WaiterAction.Return
                || action instanceof ReclaimAction.NextGeneration
                || action instanceof ReclaimAction.Recycle
                || action instanceof ExecutorAction.CompleteShared
                || action instanceof ExecutorAction.Broadcast
                || action instanceof ExecutorAction.UnlinkWaiter
                || action instanceof ExecutorAction.WakeWaiter;
    }

    private void take(CompletionAction action, CompletionState before) {
        if (action instanceof OwnerAction owner) {
            takeOfOwner(owner, before);
        } else if (action instanceof ExecutorAction.Perform perform) {
            handles.complete(perform.handle(), true);
        } else if (action instanceof ExecutorAction.CompleteFailed failed) {
            handles.complete(failed.handle(), false);
        } else if (action instanceof ReclaimAction.Reclaim reclaim) {
            handles.reclaim(reclaim.handle());
        } else {
            takeOfWaiter((WaiterAction) action, before);
        }
    }

    private void takeOfOwner(OwnerAction action, CompletionState before) {
        if (action instanceof OwnerAction.Acquire acquire) {
            handles.handOut(acquire.handle());
        } else if (action instanceof OwnerAction.Release release) {
            handles.giveBack(release.handle());
        } else if (action instanceof OwnerAction.Define define) {
            handles.define(define.handle());
            uses.add(state.handle(define.handle()).use());
        } else if (action instanceof OwnerAction.Stage stage) {
            handles.stageDefined(stage.handle());
        } else {
            before.session(((OwnerAction.Submit) action).session()).staged().forEach(handles::submit);
        }
    }

    private void takeOfWaiter(WaiterAction action, CompletionState before) {
        if (action instanceof WaiterAction.Wait wait) {
            handles.beginWait(wait.session(), wait.handle());
        } else if (action instanceof WaiterAction.WaitForOldest oldest) {
            handles.beginWait(
                    oldest.session(),
                    before.session(oldest.session()).inFlight().get(0));
        } else if (action instanceof WaiterAction.LoadState load) {
            SessionVariables own = before.session(load.session());
            staleWaits += own.awaiting().generation()
                            != before.handle(own.awaiting().awaited()).generation()
                    ? 1
                    : 0;
            handles.stepWaiter(load.session());
        } else if (action instanceof WaiterAction.PrepareToSleep prepare) {
            handles.stepWaiter(prepare.session());
        } else if (action instanceof WaiterAction.Await await) {
            sleeps++;
            handles.stepWaiter(await.session());
        } else if (action instanceof WaiterAction.CancelSleep cancel) {
            handles.stepWaiter(cancel.session());
        }
        // ReadResult: the shipped session gives nobody another's result.
    }

    private void compare() {
        for (int h = 0; h < protocol.bounds().handles(); h++) {
            HandleVariables handle = state.handle(h);
            differ("state of handle " + h, handle.state().name(), handles.state(h));
            differ("generation of handle " + h, (long) handle.generation(), handles.generation(h));
            differ("result of handle " + h, handle.result().toString(), handles.result(h));
            if (handle.state() == HandleState.IDLE && handle.use() > 0) {
                differ(
                        "outcome of the last use of handle " + h,
                        handle.outcomes().get(handle.use() - 1).toString(),
                        handles.returned(h));
            }
        }
        for (int s = 0; s < protocol.bounds().sessions(); s++) {
            SessionVariables session = state.session(s);
            differ("latch of session " + s, session.latch(), handles.isLatchSet(s));
            differ("wait of session " + s, pointOf(session), handles.point(s));
        }
        for (int r = 0; r < handles.references(); r++) {
            HandleVariables handle = state.handle(handles.referenced(r));
            boolean over = handle.use() != uses.get(r)
                    || handle.state() == HandleState.COMPLETED_SHARED
                    || handle.state() == HandleState.IDLE;
            differ("reference " + r + " is over", over, handles.isOver(r));
        }
    }

    /** The model's point of a session, in the words of the shipped wait. */
    private static String pointOf(SessionVariables session) {
        SessionPoint point = session.point();
        return switch (point) {
            case LOAD_STATE -> session.awaiting().prepared() ? "CHECK_AGAIN" : "CHECK";
            case AWAIT -> "SLEEP";
            case PREPARE_TO_SLEEP, CANCEL_SLEEP -> point.name();
            default -> "RETURNED";
        };
    }

    private void differ(String what, Object model, Object shipped) {
        if (!Objects.equals(model, shipped)) {
            throw violation(what + " is " + shipped + " in the shipped classes, " + model + " in the model");
        }
    }

    private Violation violation(String difference) {
        StringBuilder schedule = new StringBuilder(difference).append(System.lineSeparator());
        int number = 1;
        for (CompletionAction action : actions) {
            schedule.append("%4s  %-12s  %s%n".formatted(number++, actor(action), action.text()));
        }
        return new Violation(schedule.toString());
    }

    private String actor(CompletionAction action) {
        String text = action.text();
        String first = text.substring(text.indexOf('(') + 1).split("[,)]", -1)[0];
        if (action instanceof ExecutorAction) {
            return "executor " + first;
        }
        boolean ofHandle = action instanceof OwnerAction && !(action instanceof OwnerAction.Submit);
        return "session " + (ofHandle ? protocol.bounds().owner(Integer.parseInt(first)) : first);
    }

    /** Actions taken. */
    int steps() {
        return actions.size();
    }

    /** Looks at a handle that is in another use than the one waited for. */
    int staleWaits() {
        return staleWaits;
    }

    /** Waits that ended by a latch. */
    int sleeps() {
        return sleeps;
    }

    /** Whether every handle was used twice at least. */
    boolean reused() {
        return state.handles().stream().allMatch(handle -> handle.use() > 1);
    }

    /** Whether an action of this name was among the steps. */
    boolean did(Class<? extends CompletionAction> action) {
        return actions.stream().anyMatch(action::isInstance);
    }
}
