package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;

/**
 * Sets of sessions that a state tells without having them as variables. Immutable; confined to the thread of its
 * {@link Terms}.
 *
 * @param t the vocabulary
 */
record SessionSets(Terms t) {

    /** All sessions in any of the sets. */
    BitVecExpr inAnyOf(Valuation state, List<Variable> sets) {
        return t.union(t.nobody(), sets.stream().map(state::get).toArray(BitVecExpr[]::new));
    }

    /** Sessions that wait for the handle. */
    BitVecExpr busy(Valuation state) {
        return inAnyOf(state, POINTS);
    }

    /** Sessions whose reference has the generation that the handle has: of {@code i}, the numbers are compared. */
    BitVecExpr current(Valuation state) {
        BoolExpr isEqual = t.areEqual(state.get(AWAITED_GENERATION), state.get(GENERATION));
        BitVecExpr others = t.without(state.get(CURRENT), state.get(OBSERVED));
        return t.union(others, t.onlyIf(isEqual, state.get(OBSERVED)));
    }

    /** The state in which the reference of session {@code s} has that generation, if {@code s} is {@code i}. */
    Valuation withGeneration(Valuation state, BitVecExpr s, BitVecExpr generation) {
        BoolExpr isObserved = t.areEqual(s, state.get(OBSERVED));
        return state.with(AWAITED_GENERATION, t.choose(isObserved, generation, state.get(AWAITED_GENERATION)));
    }
}
