package dev.latchwork.model;

import java.util.Map;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param graph the states reached
 * @param transitions pairs of a state and an action that can happen in it
 * @param diameter length of the longest of the shortest behaviours, counted in states, as TLC counts it
 * @param complete whether every reachable state was expanded; otherwise the exploration ended when the last property
 *     was violated, and the counts are those of that moment
 * @param counterexamples for each violated invariant a shortest behaviour to a state that lacks it
 * @param stepCounterexamples for each violated property of steps a shortest behaviour that ends with a step that lacks it
 */
public record Exploration(
        StateGraph graph,
        long transitions,
        int diameter,
        boolean complete,
        Map<Invariant, Trace> counterexamples,
        Map<StepProperty, Trace> stepCounterexamples) {

    /** Number of distinct states. */
    public int distinct() {
        return graph.size();
    }

    /** A shortest behaviour that violates {@code invariant}, if one was found. */
    public Optional<Trace> counterexample(Invariant invariant) {
        return Optional.ofNullable(counterexamples.get(invariant));
    }

    /** A shortest behaviour whose last step violates {@code property}, if one was found. */
    public Optional<Trace> counterexample(StepProperty property) {
        return Optional.ofNullable(stepCounterexamples.get(property));
    }
}
