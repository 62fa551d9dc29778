package dev.latchwork.properties;

import dev.latchwork.model.Action;
import dev.latchwork.model.Invariant;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Step;
import dev.latchwork.model.Trace;
import dev.latchwork.model.TracePrinter;
import java.util.ArrayList;
import java.util.List;

/** Walks through the states of a protocol and judges each one that it comes to. */
final class Walker {
    private final Protocol protocol;
    private final List<Invariant> invariants;
    private final List<Step> steps = new ArrayList<>();
    private ProtocolState state;
    private boolean ended;

    /** @param invariants those that the protocol is to keep */
    Walker(Protocol protocol, List<Invariant> invariants) {
        this.protocol = protocol;
        this.invariants = invariants;
        this.state = protocol.initial();
    }

    /**
     * Takes one step for each choice, until nothing can happen any more.
     *
     * @throws Violation with the schedule that led there, at a state that lacks an invariant, or in which nothing can
     *     happen and an I/O is not completed
     */
    void walk(List<Integer> choices) {
        judge();
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
            if (status != IoStatus.OK && status != IoStatus.ENOENT) {
                throw violation("Nothing can happen any more, and I/O " + io + " is " + status + ".");
            }
        }
    }

    private Violation violation(String property) {
        return new Violation(
                property + System.lineSeparator() + TracePrinter.print(new Trace(protocol.initial(), steps)));
    }

    /** Number of steps taken. */
    int steps() {
        return steps.size();
    }

    /** Whether the walk came to a state in which nothing can happen any more. */
    boolean ended() {
        return ended;
    }

    /** Whether an action of this name was among the steps. */
    boolean did(Class<? extends Action> action) {
        return steps.stream().map(Step::action).anyMatch(action::isInstance);
    }
}
