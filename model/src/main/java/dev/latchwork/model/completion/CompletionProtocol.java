package dev.latchwork.model.completion;

import dev.latchwork.model.search.TransitionSystem;
import java.util.ArrayList;
import java.util.List;

/** The completion side of {@code docs/completion.md} within bounds. Immutable. */
public final class CompletionProtocol implements TransitionSystem<CompletionState, CompletionAction> {
    /*
     * Overview
     * 1 What it is: all actions that exist within the bounds, filtered by their guards.
     * 2 Corresponds to: MCNext of MCCompletion; step is one action of it.
     * 3 Representation: the actions are made once. 4 Invariants: none of its own; CompletionProperties judges.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none; final fields only.
     * 8 Blocking and wakeup argument: a session that sleeps has no enabled action until its latch is set.
     * 9 Departures, gaps, references: those of the specification.
     */
    private final CompletionBounds bounds;
    private final List<CompletionAction> actions;

    public CompletionProtocol(CompletionBounds bounds) {
        this.bounds = bounds;
        this.actions = List.copyOf(actionsWithin(bounds));
    }

    private static List<CompletionAction> actionsWithin(CompletionBounds bounds) {
        List<CompletionAction> actions = new ArrayList<>();
        for (int h = 0; h < bounds.handles(); h++) {
            actions.add(new OwnerAction.Acquire(h));
            actions.add(new OwnerAction.Release(h));
            actions.add(new OwnerAction.Define(h));
            actions.add(new OwnerAction.Stage(h));
            for (int e = 0; e < bounds.executors(); e++) {
                actions.add(new ExecutorAction.Perform(e, h));
                actions.add(new ExecutorAction.CompleteFailed(e, h));
            }
            for (int s = 0; s < bounds.sessions(); s++) {
                actions.add(new WaiterAction.Wait(s, h));
                actions.add(new ReclaimAction.Reclaim(s, h));
            }
        }
        for (int e = 0; e < bounds.executors(); e++) {
            actions.add(new ExecutorAction.CompleteShared(e));
            actions.add(new ExecutorAction.Broadcast(e));
            actions.add(new ExecutorAction.UnlinkWaiter(e));
            actions.add(new ExecutorAction.WakeWaiter(e));
        }
        for (int s = 0; s < bounds.sessions(); s++) {
            actions.add(new OwnerAction.Submit(s));
            actions.add(new WaiterAction.WaitForOldest(s));
            actions.add(new WaiterAction.LoadState(s));
            actions.add(new WaiterAction.LoadGeneration(s));
            actions.add(new WaiterAction.PrepareToSleep(s));
            actions.add(new WaiterAction.Await(s));
            actions.add(new WaiterAction.ResetLatch(s));
            actions.add(new WaiterAction.EnlistAgain(s));
            actions.add(new WaiterAction.CancelSleep(s));
            actions.add(new WaiterAction.ReadResult(s));
            actions.add(new WaiterAction.ConfirmGeneration(s));
            actions.add(new WaiterAction.Return(s));
            actions.add(new ReclaimAction.NextGeneration(s));
            actions.add(new ReclaimAction.Recycle(s));
        }
        return actions;
    }

    /** The bounds. */
    public CompletionBounds bounds() {
        return bounds;
    }

    /** Every action that exists within the bounds. */
    public List<CompletionAction> actions() {
        return actions;
    }

    @Override
    public CompletionState initial() {
        return CompletionState.initial(bounds);
    }

    @Override
    public List<CompletionAction> enabled(CompletionState state) {
        return actions.stream().filter(action -> action.isEnabled(state)).toList();
    }

    @Override
    public CompletionState step(CompletionState state, CompletionAction action) {
        if (!action.isEnabled(state)) {
            throw new IllegalArgumentException(action.text() + " cannot happen in " + state);
        }
        return action.apply(state);
    }
}
