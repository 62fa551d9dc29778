package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import java.util.List;

/**
 * An action of the protocol as a formula: a guard on a state and arguments, and the one state that follows. What an action
 * leaves open, because the state does not tell it, is an argument. Immutable.
 *
 * @param name its word in {@code docs/protocol.md}
 * @param parameters its parameters, those of the protocol first
 * @param guard when it can happen
 * @param effect what it does; asked only for states in which the guard holds
 */
public record SymbolicAction(String name, List<Variable> parameters, Guard guard, Effect effect) {

    /** When an action can happen. */
    @FunctionalInterface
    public interface Guard {
        /** Whether it can, in {@code before} and with {@code arguments}. */
        BoolExpr holds(Valuation before, Valuation arguments);
    }

    /** What an action does. */
    @FunctionalInterface
    public interface Effect {
        /** The state after it. */
        Valuation after(Valuation before, Valuation arguments);
    }

    /** Copies the list. */
    public SymbolicAction {
        parameters = List.copyOf(parameters);
    }

    /** This action with another guard. */
    public SymbolicAction withGuard(Guard another) {
        return new SymbolicAction(name, parameters, another, effect);
    }

    /** This action with another effect. */
    public SymbolicAction withEffect(Effect another) {
        return new SymbolicAction(name, parameters, guard, another);
    }
}
