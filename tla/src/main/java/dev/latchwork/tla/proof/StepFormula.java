package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * An action as a relation between two states. Confined to the thread of its {@link Terms}.
 *
 * @param t the vocabulary
 * @param action the action
 */
record StepFormula(Terms t, SymbolicAction action) {

    /** The guard, and that each argument is what its kind says. */
    BoolExpr isEnabled(Valuation before, Valuation arguments) {
        List<BoolExpr> conditions = new ArrayList<>();
        for (Variable parameter : action.parameters()) {
            if (parameter.kind() == Kind.WORKER) {
                conditions.add(t.isSingle(arguments.get(parameter)));
            }
        }
        conditions.add(action.guard().holds(before, arguments));
        return t.allOf(conditions);
    }
}
