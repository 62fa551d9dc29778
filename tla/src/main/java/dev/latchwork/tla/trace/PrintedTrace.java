package dev.latchwork.tla.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A counterexample as TLC prints it: states, and between them actions without their parameters. Immutable.
 *
 * @param states in order, numbered from 1; empty when there is no counterexample
 * @param ending what happens after the last state
 * @param loopsTo the number of the state to which the behaviour returns; 0 unless it {@link Ending#LOOPS}
 */
public record PrintedTrace(
        @JsonProperty(required = true) List<State> states,
        @JsonProperty(required = true) Ending ending,
        @JsonProperty(required = true) int loopsTo) {

    /**
     * A state of the counterexample.
     *
     * @param action the action that led to it, as named in the module; {@code Initial} for the first state
     * @param text the variables, as TLC prints them
     */
    public record State(
            @JsonProperty(required = true) String action,
            @JsonProperty(required = true) String text) {}

    /** Copies the list. */
    public PrintedTrace {
        states = List.copyOf(states);
    }
}
