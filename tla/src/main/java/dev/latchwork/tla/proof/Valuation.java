package dev.latchwork.tla.proof;

import com.microsoft.z3.BitVecExpr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A term for each of some variables: a state, or the arguments of an action, of which only a formula is known. Immutable. */
public final class Valuation {
    private final Map<Variable, BitVecExpr> terms;

    private Valuation(Map<Variable, BitVecExpr> terms) {
        this.terms = Collections.unmodifiableMap(terms);
    }

    /** The valuation of which nothing is known; {@code prefix} tells its values from those of others. */
    static Valuation unknown(Terms t, List<Variable> variables, String prefix) {
        Map<Variable, BitVecExpr> terms = new LinkedHashMap<>();
        variables.forEach(variable -> terms.put(variable, t.unknown(variable.kind(), prefix + variable.name())));
        return new Valuation(terms);
    }

    /** The valuation with these values, in the order of {@code variables}. */
    static Valuation of(Terms t, List<Variable> variables, Map<Variable, Long> values) {
        Map<Variable, BitVecExpr> terms = new LinkedHashMap<>();
        variables.forEach(variable -> terms.put(variable, t.value(variable.kind(), values.get(variable))));
        return new Valuation(terms);
    }

    /** The term of a variable; throws {@link IllegalArgumentException} when it has none. */
    public BitVecExpr get(Variable variable) {
        BitVecExpr term = terms.get(variable);
        if (term == null) {
            throw new IllegalArgumentException("'" + variable.name() + "' is no variable of " + terms.keySet());
        }
        return term;
    }

    /** This valuation with another term for a variable that it has. */
    public Valuation with(Variable variable, BitVecExpr term) {
        BitVecExpr old = get(variable);
        if (!old.getSort().equals(term.getSort())) {
            throw new IllegalArgumentException("a term of " + term.getSort() + " for '" + variable.name() + "'");
        }
        Map<Variable, BitVecExpr> changed = new LinkedHashMap<>(terms);
        changed.put(variable, term);
        return new Valuation(changed);
    }

    /** The variables, in their order. */
    public Set<Variable> variables() {
        return terms.keySet();
    }
}
