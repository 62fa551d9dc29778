package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import java.util.function.BiFunction;

/**
 * A property of steps, as a formula. Immutable.
 *
 * @param name its name, such as {@code LegalTransitions}
 * @param formula the formula that says that a step from one state to another has it
 */
public record ChangeFormula(String name, BiFunction<Valuation, Valuation, BoolExpr> formula) {

    /** The formula that says that the step from {@code before} to {@code after} has the property. */
    public BoolExpr of(Valuation before, Valuation after) {
        return formula.apply(before, after);
    }
}
