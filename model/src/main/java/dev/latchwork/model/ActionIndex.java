package dev.latchwork.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/** The actions of a protocol by where their agent stands, so that a state is asked only about those of its points. Immutable. */
final class ActionIndex {
    /*
     * Overview
     * 1 What it is: the actions in their order, cut into runs of one agent. Of a run that starts from program points,
     *   only the part that starts from the point of the state is tested.
     * 2 Corresponds to: none; it finds the same actions, in the same order, as testing every guard.
     * 3 Representation: for each run an array of actions for each point that its agent can stand at; one point for
     *   actions that are tied to none.
     * 4 Invariants: every action stands in the index once. The point of an action comes from the action itself, as the
     *   first conjunct of its guard, and is written nowhere else.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none; final fields only.
     * 8 Blocking and wakeup argument: none. 9 Departures, gaps, references: none.
     */
    private final Run[] runs;
    private final int actions;

    /** Actions of one agent that follow each other, by the code of the point at which the agent stands. */
    private static final class Run {
        private final ToIntFunction<ProtocolState> place;
        private final Action[][] byPlace;

        private Run(ToIntFunction<ProtocolState> place, Action[][] byPlace) {
            this.place = place;
            this.byPlace = byPlace;
        }
    }

    /** Whose actions belong into one run; those that are tied to no point belong to one agent. */
    private record Agent(boolean isWorker, boolean isSubmitter, int number) {
        private static Agent of(Action action) {
            if (action instanceof WorkerAction.AtPoint step) {
                return new Agent(true, false, step.worker());
            }
            return action instanceof SubmitterAction step
                    ? new Agent(false, true, step.submitter())
                    : new Agent(false, false, 0);
        }

        private ToIntFunction<ProtocolState> place() {
            if (isWorker) {
                return state -> state.point(number).code();
            }
            return isSubmitter ? state -> state.submitterPoint(number).code() : state -> 0;
        }

        private int places() {
            if (isWorker) {
                return WorkerPoint.values().length;
            }
            return isSubmitter ? SubmitterPoint.values().length : 1;
        }
    }

    /** @param actions in the order in which they are to be found */
    ActionIndex(Collection<Action> actions) {
        List<Run> found = new ArrayList<>();
        List<Action> run = new ArrayList<>();
        Agent current = null;
        for (Action action : actions) {
            Agent agent = Agent.of(action);
            if (current != null && !agent.equals(current)) {
                found.add(runOf(current, run));
                run.clear();
            }
            current = agent;
            run.add(action);
        }
        if (current != null) {
            found.add(runOf(current, run));
        }
        this.runs = found.toArray(new Run[0]);
        this.actions = actions.size();
    }

    private static Run runOf(Agent agent, List<Action> run) {
        Action[][] byPlace = new Action[agent.places()][];
        for (int place = 0; place < byPlace.length; place++) {
            int wanted = place;
            byPlace[place] =
                    run.stream().filter(action -> placeOf(action) == wanted).toArray(Action[]::new);
        }
        return new Run(agent.place(), byPlace);
    }

    private static int placeOf(Action action) {
        if (action instanceof WorkerAction.AtPoint step) {
            return step.at().code();
        }
        return action instanceof SubmitterAction step ? step.at().code() : 0;
    }

    /** Number of actions: as many as can be enabled at most. */
    int size() {
        return actions;
    }

    /** Writes the actions that can happen in {@code state} to {@code found}, which has room for all; returns how many. */
    int findEnabled(ProtocolState state, Variant variant, Action[] found) {
        int count = 0;
        for (Run run : runs) {
            for (Action action : run.byPlace[run.place.applyAsInt(state)]) {
                if (action.isEnabled(state, variant)) {
                    found[count++] = action;
                }
            }
        }
        return count;
    }
}
