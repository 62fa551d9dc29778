package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Obligation.Kind;
import dev.latchwork.verification.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A proof by induction of a system's properties. Confined to the thread of its {@link Terms}. */
public final class InductiveProof {
    /*
     * Overview
     * 1 What it is: the obligations of a system, and who asks the prover to meet them.
     * 2 Corresponds to: the theorems Spec => []P of the specification, without bounds.
     * 3 Representation: one obligation for the beginning, one for each action, one for each property:
     *
     *     Init => Inv          Inv /\ action => Inv' /\ step property          Inv => property
     *
     *   Each is handed to the prover as its denial. The state after a step is a term over the state before it, so there
     *   are no primed variables, and an action cannot forget what stays as it was.
     * 4 Invariants: an obligation is met only if the prover says that its denial is true of nothing.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none; a question ends within the prover's limit.
     * 9 Departures, gaps, references: a proof says nothing if the invariant is contradictory or an action can never happen;
     *   isPossible and canHappen ask for that. A step that does not keep the invariant is no proof that the property
     *   fails: its state before may be unreachable. Trusted: Z3, and that the formulas are the protocol, which the tests
     *   hold against the executable model.
     */
    private final Terms t;
    private final TransitionSystem system;
    private final Prover prover;
    private final Valuation before;

    /** The proof of {@code system}'s properties by its invariant. */
    public InductiveProof(Terms t, TransitionSystem system, Prover prover) {
        this.t = t;
        this.system = system;
        this.prover = prover;
        this.before = Valuation.unknown(t, system.variables(), "");
    }

    /** All obligations: the beginning, the actions and the properties in their order. */
    public List<Obligation> obligations() {
        List<Obligation> obligations = new ArrayList<>();
        obligations.add(new Obligation(
                Kind.BEGINS, system.initial().name(), t.and(system.initial().in(before), t.not(invariant(before)))));
        for (SymbolicAction action : system.actions()) {
            obligations.add(
                    new Obligation(Kind.KEEPS, action.name(), t.and(step(action), t.not(isAllowed(after(action))))));
        }
        for (StateFormula property : system.properties()) {
            obligations.add(new Obligation(
                    Kind.IMPLIES, property.name(), t.and(invariant(before), t.not(property.in(before)))));
        }
        return obligations;
    }

    /** Asks the prover about every obligation. */
    public List<Result> prove() {
        return obligations().stream().map(this::prove).toList();
    }

    /**
     * Asks the prover about every obligation that is not, formula by formula, one of {@code proved}, which has the same
     * terms. The others are met if those are.
     */
    public List<Result> proveWhatDiffersFrom(InductiveProof proved) {
        Set<BoolExpr> known = new HashSet<>();
        proved.obligations().forEach(obligation -> known.add(obligation.denial()));
        return obligations().stream()
                .filter(obligation -> !known.contains(obligation.denial()))
                .map(this::prove)
                .toList();
    }

    private Result prove(Obligation obligation) {
        long start = System.nanoTime();
        Outcome outcome = prover.refute(obligation.denial());
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Counterexample> shown = outcome == Outcome.VIOLATED ? explain(obligation) : Map.of();
        return new Result(obligation, outcome, seconds, shown);
    }

    /** Whether there is a state that has the invariant and in which {@code condition} is true. */
    public Outcome refute(StateFormula condition) {
        return prover.refute(t.and(invariant(before), condition.in(before)));
    }

    /** Whether the action never happens in a state that has the invariant; violated when it does. */
    public Outcome refuteStep(SymbolicAction action) {
        return prover.refute(step(action));
    }

    /** Whether the conjunct follows from all others; violated when it does not, so that it says something. */
    public Outcome refuteNeed(StateFormula conjunct) {
        List<BoolExpr> others = new ArrayList<>();
        for (StateFormula other : system.invariant()) {
            if (!other.equals(conjunct)) {
                others.add(other.in(before));
            }
        }
        return prover.refute(t.and(t.allOf(others), t.not(conjunct.in(before))));
    }

    private BoolExpr invariant(Valuation state) {
        return t.allOf(
                system.invariant().stream().map(conjunct -> conjunct.in(state)).toList());
    }

    /** Whether {@code after} has the invariant, and a step that ends there every property of steps. */
    private BoolExpr isAllowed(Valuation after) {
        List<BoolExpr> conditions = new ArrayList<>(List.of(invariant(after)));
        system.stepProperties().forEach(property -> conditions.add(property.of(before, after)));
        return t.allOf(conditions);
    }

    private BoolExpr step(SymbolicAction action) {
        return t.and(invariant(before), new StepFormula(t, action).isEnabled(before, arguments(action)));
    }

    private Valuation arguments(SymbolicAction action) {
        return Valuation.unknown(t, action.parameters(), action.name() + ".");
    }

    private Valuation after(SymbolicAction action) {
        return action.effect().after(before, arguments(action));
    }

    private Map<String, Counterexample> explain(Obligation obligation) {
        Map<String, Counterexample> shown = new LinkedHashMap<>();
        switch (obligation.kind()) {
            case BEGINS ->
                system.invariant()
                        .forEach(conjunct ->
                                explainState(conjunct, system.initial().in(before), shown));
            case KEEPS -> {
                SymbolicAction action = system.action(obligation.about());
                system.stepProperties()
                        .forEach(property ->
                                explainStep(action, property.name(), after -> property.of(before, after), shown));
                Stream.concat(system.properties().stream(), system.invariant().stream())
                        .filter(formula -> !shown.containsKey(formula.name()))
                        .forEach(formula -> explainStep(action, formula.name(), formula::in, shown));
            }
            case IMPLIES ->
                system.properties().stream()
                        .filter(property -> property.name().equals(obligation.about()))
                        .forEach(property -> explainState(property, invariant(before), shown));
        }
        return shown;
    }

    private void explainState(StateFormula broken, BoolExpr given, Map<String, Counterexample> shown) {
        counterexample(t.and(given, t.not(broken.in(before))), before)
                .ifPresent(model -> shown.put(
                        broken.name(),
                        new Counterexample(broken.name(), null, Map.of(), model.values(before), model.values(before))));
    }

    private void explainStep(
            SymbolicAction action,
            String broken,
            Function<Valuation, BoolExpr> formula,
            Map<String, Counterexample> shown) {
        Valuation arguments = arguments(action);
        Valuation after = after(action);
        counterexample(t.and(step(action), t.not(formula.apply(after))), before, arguments)
                .ifPresent(model -> shown.put(
                        broken,
                        new Counterexample(
                                broken,
                                action.name(),
                                model.values(arguments),
                                model.values(before),
                                model.values(after))));
    }

    /** Asks first whether there is one at all: that is the cheaper question. */
    private Optional<SmallestModel> counterexample(BoolExpr denial, Valuation... variables) {
        return prover.refute(denial) == Outcome.VIOLATED
                ? SmallestModel.of(t, prover, denial, variables)
                : Optional.empty();
    }
}
