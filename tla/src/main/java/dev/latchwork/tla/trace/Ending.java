package dev.latchwork.tla.trace;

/** What happens after the last state of a counterexample. */
public enum Ending {
    /** The last state itself, or the step to it, is the violation. */
    STOPS,
    /** Nothing happens any more, although every fairness condition holds. */
    STUTTERS,
    /** The behaviour returns to an earlier state, for ever. */
    LOOPS
}
