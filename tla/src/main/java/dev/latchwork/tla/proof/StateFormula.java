package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import java.util.function.Function;

/**
 * A property of single states, as a formula. Immutable.
 *
 * @param name its name, such as {@code NoLostWakeup}
 * @param formula the formula that says that a state has it
 */
public record StateFormula(String name, Function<Valuation, BoolExpr> formula) {

    /** The formula that says that {@code state} has the property. */
    public BoolExpr in(Valuation state) {
        return formula.apply(state);
    }
}
