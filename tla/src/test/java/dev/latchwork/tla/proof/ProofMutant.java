package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.mutants.Fault;
import java.util.List;
import java.util.Set;

/**
 * A mistake in one action of a system that is proved otherwise.
 *
 * @param id the subject of its check
 * @param right the system without it
 * @param action the action in which the mistake is
 * @param fault the mistake
 * @param names the properties and the conjuncts of the invariant that fail after that action, and after no other; its
 *     check is on the first
 */
record ProofMutant(String id, ProofCase right, String action, Fault fault, List<String> names) {

    /** The names as a set. */
    Set<String> broken() {
        return Set.copyOf(names);
    }

    /** The property of its check. */
    String property() {
        return names.get(0);
    }

    /** The system with the mistake. */
    TransitionSystem system(Terms t) {
        return right.system()
                .apply(t)
                .changing(
                        action,
                        shipped -> shipped.withEffect((before, given) ->
                                fault.after(t, before, given, shipped.effect().after(before, given))));
    }
}
