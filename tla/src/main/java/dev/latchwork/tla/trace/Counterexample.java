package dev.latchwork.tla.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A behaviour that violates a property, step by step. Immutable.
 *
 * @param initialState the variables of the first state
 * @param steps the steps that lead away from it; the last one closes the loop if the behaviour {@link Ending#LOOPS}
 * @param lastState the variables of the last state
 * @param ending what happens after the last step
 * @param loopsTo the number of the state to which the last step returns, where the first state is 1; 0 unless it
 *     {@link Ending#LOOPS}
 */
public record Counterexample(
        @JsonProperty(required = true) List<Variable> initialState,
        @JsonProperty(required = true) List<Step> steps,
        @JsonProperty(required = true) List<Variable> lastState,
        @JsonProperty(required = true) Ending ending,
        @JsonProperty(required = true) int loopsTo) {

    /**
     * A variable of the specification and its value, as TLA+ text.
     *
     * @param name as declared
     * @param value as TLA+ text
     */
    public record Variable(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String value) {}

    /**
     * One step.
     *
     * @param action as named in the module
     * @param arguments the action's arguments, as TLA+ text
     * @param changes what is different afterwards
     */
    public record Step(
            @JsonProperty(required = true) String action,
            @JsonProperty(required = true) List<String> arguments,
            @JsonProperty(required = true) List<Change> changes) {

        /** Copies the lists. */
        public Step {
            arguments = List.copyOf(arguments);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A variable, or one element of a variable that is a function, which a step has changed.
     *
     * @param what such as {@code queue} or {@code latch[0]}
     * @param from the value before, as TLA+ text
     * @param to the value after
     */
    public record Change(
            @JsonProperty(required = true) String what,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {}

    /** Copies the lists. */
    public Counterexample {
        initialState = List.copyOf(initialState);
        steps = List.copyOf(steps);
        lastState = List.copyOf(lastState);
    }
}
