package dev.latchwork.model.search;

import java.util.List;

/**
 * States and the steps between them. Pure; implementations are immutable.
 *
 * @param <S> states: immutable values
 * @param <A> actions: immutable values
 */
public interface TransitionSystem<S, A> {

    /** The first state. */
    S initial();

    /** The actions that can happen in {@code state}, always in the same order. */
    List<A> enabled(S state);

    /** The state after {@code action}, which can happen in {@code state}. */
    S step(S state, A action);
}
