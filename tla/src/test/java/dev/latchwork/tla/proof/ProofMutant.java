package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.mutants.Fault;
import dev.latchwork.tla.proof.mutants.GuardFault;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A mistake in a system that is proved otherwise.
 *
 * @param id the subject of its check
 * @param right the system without it
 * @param change puts the mistake in
 * @param property the property or conjunct of its check; empty if nothing fails
 * @param broken by action, the properties and the conjuncts of the invariant that fail after it; after no other action any does
 */
record ProofMutant(
        String id,
        ProofCase right,
        BiFunction<Terms, TransitionSystem, TransitionSystem> change,
        String property,
        Map<String, Set<String>> broken) {

    /** A mistake in the effect of an action, after which {@code names} fail; its check is on the first. */
    static ProofMutant inEffect(String id, ProofCase right, String action, Fault fault, String... names) {
        return inAction(id, right, action, (t, shipped) -> withFault(t, shipped, fault), names);
    }

    /** A mistake in the guard of an action, after which {@code names} fail; its check is on the first. */
    static ProofMutant inGuard(String id, ProofCase right, String action, GuardFault fault, String... names) {
        return inAction(
                id,
                right,
                action,
                (t, shipped) -> shipped.withGuard((before, given) ->
                        fault.holds(t, before, given, shipped.guard().holds(before, given))),
                names);
    }

    /** The action with the mistake in its effect. */
    static SymbolicAction withFault(Terms t, SymbolicAction shipped, Fault fault) {
        return shipped.withEffect((before, given) ->
                fault.after(t, before, given, shipped.effect().after(before, given)));
    }

    private static ProofMutant inAction(
            String id,
            ProofCase right,
            String action,
            BiFunction<Terms, SymbolicAction, SymbolicAction> change,
            String... names) {
        return new ProofMutant(
                id,
                right,
                (t, system) -> system.changing(action, shipped -> change.apply(t, shipped)),
                names.length == 0 ? "" : names[0],
                names.length == 0 ? Map.of() : Map.of(action, Set.of(names)));
    }

    /** The system with the mistake. */
    TransitionSystem system(Terms t) {
        return change.apply(t, right.system().apply(t));
    }
}
