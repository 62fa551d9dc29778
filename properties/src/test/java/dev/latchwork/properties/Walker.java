package dev.latchwork.properties;

import dev.latchwork.model.Action;
import dev.latchwork.model.Invariant;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Step;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.Trace;
import java.util.ArrayList;
import java.util.List;

/** Walks through the states of a protocol and judges each one that it comes to. */
final class Walker {
    private final Protocol protocol;
    private final List<Invariant> invariants;
    private final Follower follower;
    private final List<Step> steps = new ArrayList<>();
    private ProtocolState state;
    private boolean ended;

    /** @param invariants those that the protocol is to keep */
    Walker(Protocol protocol, List<Invariant> invariants) {
        this(protocol, invariants, Follower.NOBODY);
    }

    /** The same with somebody who goes along. */
    Walker(Protocol protocol, List<Invariant> invariants, Follower follower) {
        this.protocol = protocol;
        this.invariants = invariants;
        this.follower = follower;
        this.state = protocol.initial();
    }

    /**
     * Takes one step for each choice, until nothing can happen any more.
     *
     * @throws Violation with the schedule that led there, at a state that lacks an invariant, or in which nothing can
     *     happen and an I/O is not completed, or at which the follower does not arrive
     */
    void walk(List<Integer> choices) {
        judge();
        follower.begin(state).ifPresent(this::fail);
        for (int choice : choices) {
            List<Action> enabled = protocol.enabled(state);
            if (enabled.isEmpty()) {
                judgeEnd();
                ended = true;
                return;
            }
            Action action = enabled.get(choice % enabled.size());
            state = protocol.step(state, action);
            steps.add(new Step(action, state));
            judge();
            follower.follow(action, state).ifPresent(this::fail);
        }
    }

    private void judge() {
        for (Invariant invariant : invariants) {
            if (!invariant.holds(state, protocol.variant())) {
                throw violation(invariant.toString());
            }
        }
    }

    private void judgeEnd() {
        for (int io = 1; io <= protocol.bounds().ios(); io++) {
            IoStatus status = state.io(io);
            boolean neverSubmitted = status == IoStatus.UNSUBMITTED && state.areAllSessionsClosed();
            if (status != IoStatus.OK && status != IoStatus.ENOENT && !neverSubmitted) {
                throw violation("Nothing can happen any more, and I/O " + io + " is " + status + ".");
            }
        }
    }

    private Violation violation(String property) {
        return new Violation(property + System.lineSeparator() + Schedule.print(new Trace(protocol.initial(), steps)));
    }

    private void fail(String difference) {
        throw violation(difference);
    }

    /** Number of steps taken. */
    int steps() {
        return steps.size();
    }

    /** Whether the walk came to a state in which nothing can happen any more. */
    boolean ended() {
        return ended;
    }

    /** Number of I/Os that were put into the queue. */
    int queued() {
        return steps.stream()
                .map(Step::action)
                .mapToInt(action -> action instanceof SubmitterAction.Submit submit
                        ? submit.batch().size()
                        : action instanceof SubmitterAction.PerformSynchronously ? -1 : 0)
                .sum();
    }

    /** I/Os of the longest batch that was submitted. */
    int longestBatch() {
        return steps.stream()
                .map(Step::action)
                .mapToInt(action -> action instanceof SubmitterAction.Submit submit
                        ? submit.batch().size()
                        : 0)
                .max()
                .orElse(0);
    }

    /** Whether an action of this name was among the steps. */
    boolean did(Class<? extends Action> action) {
        return steps.stream().map(Step::action).anyMatch(action::isInstance);
    }
}
