package dev.latchwork.model.search;

import java.util.function.BiPredicate;

/**
 * A property of single steps; one that looks at the state after the step only is a property of states.
 *
 * @param name its name in the specification, such as {@code NoLostCompletion}
 * @param sentence what it says
 * @param predicate whether a step from the first state to the second has it; pure. The initial state is judged as a
 *     step from itself to itself
 * @param <S> states
 */
public record StepProperty<S>(String name, String sentence, BiPredicate<S, S> predicate) {

    /** Whether the step has the property. */
    public boolean holds(S before, S after) {
        return predicate.test(before, after);
    }

    /** Name and sentence. */
    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
