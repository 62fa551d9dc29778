package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;

/**
 * Something that must be true in all states, however many there are. Immutable.
 *
 * @param kind which part of the proof it is
 * @param about the action that is taken, or the property that follows; {@code Init} for the beginning
 * @param denial the formula that says that it is not so; the obligation is met when this is true of nothing
 */
public record Obligation(Kind kind, String about, BoolExpr denial) {
    /** The three parts of a proof by induction. */
    public enum Kind {
        /** {@code Init => Inv}. */
        BEGINS("Init => Inv"),
        /** {@code Inv /\ action => Inv'}, and that the step has the properties of steps. */
        KEEPS("Inv /\\ %s => Inv'"),
        /** {@code Inv => property}. */
        IMPLIES("Inv => %s");

        private final String form;

        Kind(String form) {
            this.form = form;
        }
    }

    /** In the notation of the specification, such as {@code Inv /\ Consume => Inv'}. */
    @Override
    public String toString() {
        return String.format(kind.form, about);
    }
}
