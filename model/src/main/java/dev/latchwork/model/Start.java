package dev.latchwork.model;

/** Where the behaviours begin. Immutable. */
public enum Start {
    /** Nothing runs: the specification's {@code MCInit}. */
    COLD,

    /**
     * The pool has come up and nothing was submitted, so that every worker waits and may be chosen: the specification's
     * {@code Warm}. Reachable from the cold start; counterexamples that begin here show a fault and not the start.
     */
    WARM
}
