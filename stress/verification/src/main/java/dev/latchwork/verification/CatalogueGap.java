package dev.latchwork.verification;

/**
 * A place where checks and mutants do not fit together, so that a mutant could live unnoticed. Immutable.
 *
 * @param rule the rule that is broken
 * @param mutant the id of the mutant in question
 * @param message what is missing, in a sentence
 */
public record CatalogueGap(Rule rule, String mutant, String message) {
    /** What must be true of every mutant. */
    public enum Rule {
        /** A mutant that is not equivalent is expected to be killed by some harness. */
        MUTANT_HAS_KILLER,
        /** An expected killer has a check whose subject is the mutant, and which expects a violation. */
        KILLER_HAS_CHECK,
        /** A check that expects a mutant to be violated belongs to an expected killer. */
        CHECK_IS_OF_KILLER,
        /** A check's subject that looks like a mutant's id is one. */
        SUBJECT_EXISTS
    }
}
