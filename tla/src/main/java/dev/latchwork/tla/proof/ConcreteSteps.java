package dev.latchwork.tla.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The formula of an action, asked about given states instead of all: so it can be held against whatever else takes such
 * steps. Needs no prover, since a term of values is a value. Confined to the thread of its {@link Terms}.
 */
public final class ConcreteSteps {
    private final Terms t;
    private final TransitionSystem system;
    private Map<Variable, Long> lastValues = Map.of();
    private Valuation last;

    /** The steps of {@code system}. */
    public ConcreteSteps(Terms t, TransitionSystem system) {
        this.t = t;
        this.system = system;
    }

    /** The state after the action, or nothing if its guard is false. */
    public Optional<Map<Variable, Long>> after(String word, Map<Variable, Long> before, Map<Variable, Long> arguments) {
        SymbolicAction action = system.action(word);
        Valuation state = valuation(before);
        Valuation given = Valuation.of(t, action.parameters(), arguments);
        BoolExpr enabled = new StepFormula(t, action).isEnabled(state, given);
        if (!isTrue(enabled)) {
            return Optional.empty();
        }
        Valuation after = action.effect().after(state, given);
        Map<Variable, Long> values = new LinkedHashMap<>();
        system.variables().forEach(variable -> values.put(variable, value(after.get(variable))));
        return Optional.of(values);
    }

    /** Many questions in a row are about one state. */
    private Valuation valuation(Map<Variable, Long> values) {
        if (!values.equals(lastValues)) {
            lastValues = Map.copyOf(values);
            last = Valuation.of(t, system.variables(), values);
        }
        return last;
    }

    /** The parameters of the action. */
    public List<Variable> parameters(String word) {
        return system.action(word).parameters();
    }

    /** The arguments and, for each flag among the parameters that is not given, either value. */
    public List<Map<Variable, Long>> complete(String word, Map<Variable, Long> arguments) {
        List<Map<Variable, Long>> all = List.of(arguments);
        for (Variable parameter : system.action(word).parameters()) {
            if (parameter.kind() == Kind.FLAG && !arguments.containsKey(parameter)) {
                List<Map<Variable, Long>> more = new ArrayList<>();
                for (Map<Variable, Long> some : all) {
                    for (long value = 0; value <= 1; value++) {
                        Map<Variable, Long> with = new LinkedHashMap<>(some);
                        with.put(parameter, value);
                        more.add(with);
                    }
                }
                all = more;
            }
        }
        return all;
    }

    private static boolean isTrue(BoolExpr condition) {
        Expr<?> value = condition.simplify();
        if (!value.isTrue() && !value.isFalse()) {
            throw new IllegalStateException("not a value: " + value);
        }
        return value.isTrue();
    }

    private static long value(BitVecExpr term) {
        return ((BitVecNum) term.simplify()).getBigInteger().longValue();
    }
}
