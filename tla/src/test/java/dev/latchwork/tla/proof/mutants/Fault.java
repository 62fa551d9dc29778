package dev.latchwork.tla.proof.mutants;

import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;

/** A mistake in the effect of one action. It is given the right state after it and changes that; it copies nothing. */
@FunctionalInterface
public interface Fault {
    /** The state after the faulty action, given the right one. */
    Valuation after(Terms t, Valuation before, Valuation given, Valuation right);
}
