package dev.latchwork.tla.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state of which a formula is true, with as little in it as can be found: first as few workers, then, variable by
 * variable, nothing, or less. Z3's own first answer has sets of thirty workers in which nobody sees the mistake. Confined to
 * the thread of its {@link Terms}.
 */
final class SmallestModel {
    private static final int FEW_USES = 3;

    private final Terms t;
    private final Solver solver;
    private final List<BoolExpr> demands = new ArrayList<>();
    private Model model;

    private SmallestModel(Terms t, Solver solver) {
        this.t = t;
        this.solver = solver;
    }

    /** The model in which {@code variables} have little, or nothing if the formula is true of nothing that was found. */
    static Optional<SmallestModel> of(Terms t, Prover prover, BoolExpr formula, Valuation... variables) {
        SmallestModel smallest = new SmallestModel(t, prover.solver(formula));
        if (!smallest.isPossible()) {
            return Optional.empty();
        }
        smallest.shrinkPool(variables);
        smallest.shrinkGenerations(variables);
        for (Valuation valuation : variables) {
            valuation.variables().forEach(variable -> smallest.shrink(valuation.get(variable)));
        }
        return Optional.of(smallest);
    }

    /** What the terms are in this model. */
    Map<Variable, Long> values(Valuation valuation) {
        Map<Variable, Long> values = new LinkedHashMap<>();
        valuation.variables().forEach(variable -> values.put(variable, value(valuation.get(variable))));
        return values;
    }

    private long value(BitVecExpr term) {
        return ((BitVecNum) model.eval(term, true)).getBigInteger().longValue();
    }

    /** Whether the formula, all demands and {@code more} can be true; if so, that is the model from now on. */
    private boolean isPossible(BoolExpr... more) {
        List<BoolExpr> all = new ArrayList<>(demands);
        all.addAll(List.of(more));
        if (solver.check(all.toArray(BoolExpr[]::new)) != Status.SATISFIABLE) {
            return false;
        }
        model = solver.getModel();
        return true;
    }

    private boolean demand(BoolExpr wish) {
        boolean possible = isPossible(wish);
        if (possible) {
            demands.add(wish);
        }
        return possible;
    }

    private void shrinkPool(Valuation... variables) {
        for (int workers = 1; workers < Kind.WORKERS.bits(); workers++) {
            BitVecExpr allowed = t.value(Kind.WORKERS, (1L << workers) - 1);
            List<BoolExpr> within = new ArrayList<>();
            for (Valuation valuation : variables) {
                for (Variable variable : valuation.variables()) {
                    if (variable.kind() == Kind.WORKERS || variable.kind() == Kind.WORKER) {
                        within.add(t.isSubset(valuation.get(variable), allowed));
                    }
                }
            }
            if (demand(t.allOf(within))) {
                return;
            }
        }
    }

    /** All at once, since a number of 64 bits is a long way from Z3's first answer to the least. */
    private void shrinkGenerations(Valuation... variables) {
        List<BoolExpr> small = new ArrayList<>();
        for (Valuation valuation : variables) {
            for (Variable variable : valuation.variables()) {
                if (variable.kind() == Kind.GENERATION) {
                    small.add(t.isAtMost(valuation.get(variable), t.value(Kind.GENERATION, FEW_USES)));
                }
            }
        }
        demand(t.allOf(small));
    }

    private void shrink(BitVecExpr term) {
        if (value(term) == 0) {
            demands.add(t.isEmpty(term));
            return;
        }
        if (demand(t.isEmpty(term))) {
            return;
        }
        BitVecExpr least = (BitVecExpr) model.eval(term, true);
        while (isPossible(t.isLess(term, least))) {
            least = (BitVecExpr) model.eval(term, true);
        }
        demand(t.areEqual(term, least));
    }
}
