package dev.latchwork.model.search;

import java.util.List;

/**
 * A finite behaviour. Immutable.
 *
 * @param states at least one; state i + 1 is reached by action i
 * @param actions one less than states
 * @param <S> states
 * @param <A> actions
 */
public record Behaviour<S, A>(List<S> states, List<A> actions) {

    /** Copies the lists. */
    public Behaviour {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
    }

    /** Number of states: the length as TLC counts it. */
    public int length() {
        return states.size();
    }

    /** The last state. */
    public S last() {
        return states.get(states.size() - 1);
    }
}
