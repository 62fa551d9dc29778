package dev.latchwork.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A finite behaviour. Immutable.
 *
 * @param initial the state before the first step
 * @param steps the steps, in order
 */
public record Trace(ProtocolState initial, List<Step> steps) {
    /** Copies {@code steps}. */
    public Trace {
        steps = List.copyOf(steps);
    }

    /** This behaviour and one step more. */
    Trace then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Trace(initial, longer);
    }

    /** Number of states, 1 or more: the length as TLC counts it. */
    public int length() {
        return steps.size() + 1;
    }

    /** The last state. */
    public ProtocolState last() {
        return steps.isEmpty() ? initial : steps.get(steps.size() - 1).state();
    }

    /** The actions, in order. */
    public List<Action> actions() {
        return steps.stream().map(Step::action).toList();
    }
}
