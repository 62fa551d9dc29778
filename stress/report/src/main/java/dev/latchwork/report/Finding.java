package dev.latchwork.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A reason for the gate to stay shut. Immutable.
 *
 * @param reason what kind of reason
 * @param about the check, mutant or file in question
 * @param message what is wrong with what, in a sentence
 * @param replay the command that runs the check alone; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(Reason reason, String about, String message, String replay) {

    static Finding of(Reason reason, String about, String message) {
        return new Finding(reason, about, message, null);
    }

    /** The kinds of reasons. */
    enum Reason {
        /** A check that ran has an outcome that is not the expected one, or made no effort. */
        NOT_AS_EXPECTED("not as expected"),
        /** A check of the catalogue wrote no verdict. */
        NOT_RUN("not run"),
        /** An expected killer ran and did not kill its mutant. */
        KILLER_FAILED("expected killer did not kill"),
        /** No harness killed a mutant that is not equivalent. */
        SURVIVOR("unexpected survivor"),
        /** The gate did not shut for an entry that is wrong on purpose. */
        CANARY_SILENT("the gate itself is broken"),
        /** Checks and mutants of the catalogue do not fit together. */
        CATALOGUE_GAP("gap in the catalogue"),
        /** A verdict was written that the catalogue does not know. */
        NOT_IN_CATALOGUE("not in the catalogue"),
        /** A verdict says of its check what the catalogue does not. */
        CONTRADICTION("contradicts the catalogue"),
        /** A verdict is of another build, and so perhaps on other code. */
        OF_ANOTHER_BUILD("of another build"),
        /** A file among the verdicts or the traces is none, or a trace that of another check than its name says. */
        UNREADABLE("unreadable"),
        /** The catalogue has no check at all, so that nothing could be wrong. */
        NOTHING_TO_CHECK("nothing to check"),
        /** The TLC manifest is missing, and with it all checks of TLC. */
        NO_MANIFEST("no TLC manifest");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason as written in files and reports. */
        @JsonValue
        String words() {
            return words;
        }
    }
}
