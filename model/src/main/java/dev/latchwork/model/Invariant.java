package dev.latchwork.model;

import java.util.function.BiPredicate;

/**
 * A property of single states.
 *
 * @param name its name in the specification, such as {@code NoLostWakeup}
 * @param sentence what it says
 * @param predicate whether a state has it under a variant; pure
 */
public record Invariant(String name, String sentence, BiPredicate<ProtocolState, Variant> predicate) {

    /** Whether {@code state} has the property under {@code variant}. */
    public boolean holds(ProtocolState state, Variant variant) {
        return predicate.test(state, variant);
    }

    /** Name and sentence. */
    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
