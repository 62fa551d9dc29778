package dev.latchwork.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The protocol of {@code docs/protocol.md}, in any variant. */
final class WorkerMethodProtocol implements Protocol {
    /*
     * Overview
     * 1 What it is: all actions that exist within the bounds, filtered by their guards. Guard and effect of an action
     *   stand together in its record, as they stand in one row of the protocol's table.
     * 2 Corresponds to: MCNext of MCWorkerMethod; step is one action of it.
     * 3 Representation: the actions are made once, so that exploring allocates none; ActionIndex finds the enabled ones.
     * 4 Invariants: none of its own; Invariants judges the states.
     * 5 Guards and lock order: none; a step of the queue lock's holder is atomic by being one step.
     * 6 Linearization points: none.
     * 7 Memory ordering: none; final fields only.
     * 8 Blocking and wakeup argument: a worker that waits has no enabled action until its latch is set.
     * 9 Departures, gaps, references: batches are given out in the order of ids, as in MCWorkerMethod.
     */
    private final Bounds bounds;
    private final Variant variant;
    private final StateLayout layout;
    private final List<Action> actions;
    private final ActionIndex index;

    WorkerMethodProtocol(Bounds bounds, Variant variant) {
        this.bounds = bounds;
        this.variant = variant;
        this.layout = new StateLayout(bounds, mostOwed(bounds, variant.wakeup().fanOut()));
        this.actions = List.copyOf(actionsWithin(bounds, variant));
        this.index = new ActionIndex(actions);
    }

    /** A faulty variant may overfill the queue by a batch, hence the range. */
    private static int mostOwed(Bounds bounds, FanOut fanOut) {
        return IntStream.rangeClosed(0, bounds.capacity() + bounds.maxBatch())
                .map(fanOut::peers)
                .max()
                .orElseThrow();
    }

    private static List<Action> actionsWithin(Bounds bounds, Variant variant) {
        List<Action> actions = new ArrayList<>();
        for (int s = 0; s < bounds.submitters(); s++) {
            for (int first = 1; first <= bounds.ios(); first++) {
                for (int size = 1; size <= Math.min(bounds.maxBatch(), bounds.ios() - first + 1); size++) {
                    actions.add(new SubmitterAction.Submit(s, new Batch(first, size)));
                    actions.add(new SubmitterAction.SubmitSynchronously(s, new Batch(first, size)));
                }
            }
            actions.add(new SubmitterAction.SubmitSetLatch(s));
            actions.add(new SubmitterAction.PerformSynchronously(s));
            actions.add(new SubmitterAction.CloseSession(s));
        }
        actions.add(new PoolAction.StartWorker());
        actions.add(new PoolAction.RegisterFail());
        for (int w = 0; w < bounds.workers(); w++) {
            actions.add(new WorkerAction.Register(w));
            actions.add(new WorkerAction.CheckInterrupts(w));
            actions.add(new WorkerAction.Consume(w));
            actions.add(new WorkerAction.ConsumeQuietly(w));
            actions.add(new WorkerAction.MarkIdle(w));
            actions.add(new WorkerAction.WakePeer(w));
            actions.add(new WorkerAction.Reopen(w));
            actions.add(new WorkerAction.ReopenFail(w));
            actions.add(new WorkerAction.Perform(w));
            actions.add(new WorkerAction.CompleteFailed(w));
            actions.add(new WorkerAction.Await(w));
            actions.add(new WorkerAction.ResetLatch(w));
            actions.add(new WorkerAction.Deregister(w));
            actions.add(new PoolAction.RequestShutdown(w));
            actions.add(new PoolAction.Interrupt(w));
        }
        for (int owes : variant.exit().handOver().deliverableSets(bounds.workers())) {
            actions.add(new LeaverAction.HandOver(owes));
        }
        actions.add(new LeaverAction.ExitWorker());
        if (bounds.closes()) {
            actions.add(new PoolAction.Reload(0));
        }
        for (int size : bounds.poolSizes()) {
            actions.add(new PoolAction.Reload(size));
        }
        actions.removeIf(action -> !action.existsIn(bounds, variant));
        return actions;
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public Variant variant() {
        return variant;
    }

    @Override
    public ProtocolState initial() {
        return ProtocolState.start(layout);
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public List<Action> enabled(ProtocolState state) {
        Action[] enabled = new Action[index.size()];
        int count = index.findEnabled(state, variant, enabled);
        return List.of(Arrays.copyOf(enabled, count));
    }

    @Override
    public Successors successors() {
        return new ScratchSuccessors(index, variant, layout);
    }

    @Override
    public ProtocolState step(ProtocolState state, Action action) {
        if (!action.isEnabled(state, variant)) {
            throw new IllegalArgumentException(action.text() + " cannot happen in " + state);
        }
        return state.with(next -> action.apply(state, next, variant));
    }
}
