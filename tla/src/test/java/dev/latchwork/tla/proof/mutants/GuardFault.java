package dev.latchwork.tla.proof.mutants;

import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;

/** A mistake in the guard of one action. It is given the right guard and changes that; it copies nothing. */
@FunctionalInterface
public interface GuardFault {
    /** The faulty guard, given the right one. */
    BoolExpr holds(Terms t, Valuation before, Valuation given, BoolExpr right);
}
