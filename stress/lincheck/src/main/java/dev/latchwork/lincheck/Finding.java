package dev.latchwork.lincheck;

import java.util.Optional;

/**
 * Something that Lincheck objects to.
 *
 * @param kind what it is
 * @param report Lincheck's own text: the scenario, the results and, from model checking, the failing interleaving
 * @param history the operations and their results, if that is what it objects to
 */
public record Finding(Kind kind, String report, Optional<History> history) {
    /** What can be objected to. */
    public enum Kind {
        /** No sequential order of the operations explains their results. */
        WRONG_RESULTS,
        /** Every thread that has not ended waits. */
        DEADLOCK,
        /** Threads run and get nowhere. */
        LIVELOCK,
        /** The code threw. */
        EXCEPTION,
        /** Lincheck itself gave up: this says nothing about the code. */
        HARNESS_FAILURE
    }
}
