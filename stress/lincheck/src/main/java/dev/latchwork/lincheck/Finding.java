package dev.latchwork.lincheck;

import java.util.Optional;

/**
 * Something that Lincheck objects to.
 *
 * @param kind what it is
 * @param report Lincheck's own text: the scenario, the results and, from model checking, the failing interleaving
 * @param thrown what the code threw, as its own text; empty unless the kind is {@link Kind#EXCEPTION}
 * @param history the operations and their results, if that is what it objects to
 * @param interleaving the failing interleaving; empty if threads were real, or Lincheck gave up
 */
public record Finding(
        Kind kind, String report, String thrown, Optional<History> history, Optional<Interleaving> interleaving) {
    /** The kind, and what was thrown. */
    String inWords() {
        return thrown.isEmpty() ? kind.toString() : kind + ": " + thrown;
    }

    /** What can be objected to. */
    public enum Kind {
        /** No sequential order of the operations explains their results, none of which is an exception. */
        WRONG_RESULTS,
        /** Every thread that has not ended waits. */
        DEADLOCK,
        /** Threads run and get nowhere. */
        LIVELOCK,
        /** The code threw: in an operation, whatever the others came to, or in a thread of its own. */
        EXCEPTION,
        /** Lincheck itself gave up: this says nothing about the code. */
        HARNESS_FAILURE
    }
}
