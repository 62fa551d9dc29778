package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.mutants.Fault;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A mistake in one action of a system that is proved otherwise.
 *
 * @param id the subject of its check
 * @param right the system without it
 * @param change puts the mistake in
 * @param action the action in which the mistake is
 * @param names the properties and the conjuncts of the invariant that fail after that action, and after no other; its
 *     check is on the first
 */
record ProofMutant(
        String id,
        ProofCase right,
        BiFunction<Terms, TransitionSystem, TransitionSystem> change,
        String action,
        List<String> names) {

    /** A mistake in the effect of an action. */
    static ProofMutant inEffect(String id, ProofCase right, String action, Fault fault, String... names) {
        return new ProofMutant(
                id,
                right,
                (t, system) -> system.changing(
                        action,
                        shipped -> shipped.withEffect((before, given) ->
                                fault.after(t, before, given, shipped.effect().after(before, given)))),
                action,
                List.of(names));
    }

    /** The system with the mistake. */
    TransitionSystem system(Terms t) {
        return change.apply(t, right.system().apply(t));
    }

    /** The names as a set. */
    Set<String> broken() {
        return Set.copyOf(names);
    }

    /** The property of its check. */
    String property() {
        return names.get(0);
    }
}
