package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.COVERED_TOO;
import static dev.latchwork.tla.proof.completion.CompletionVariables.TO_UNLINK;
import static dev.latchwork.tla.proof.completion.CompletionVariables.WAITING;

import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;

/**
 * Whom broadcasts under way will unlink, after the list has changed: a broadcast counts, so when a session in front is gone
 * it unlinks one that came later. Immutable.
 *
 * @param t the vocabulary
 */
record Coverage(Terms t) {

    Valuation after(Valuation changed, Valuation given) {
        return changed.with(
                TO_UNLINK, t.union(changed.get(TO_UNLINK), t.both(given.get(COVERED_TOO), changed.get(WAITING))));
    }
}
