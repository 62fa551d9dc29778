package dev.latchwork.tla.proof.mutants;

import static dev.latchwork.tla.proof.completion.CompletionVariables.AT_AWAIT;
import static dev.latchwork.tla.proof.completion.CompletionVariables.AT_LOAD_STATE;
import static dev.latchwork.tla.proof.completion.CompletionVariables.BROADCAST_DUE;
import static dev.latchwork.tla.proof.completion.CompletionVariables.CURRENT;
import static dev.latchwork.tla.proof.completion.CompletionVariables.SESSION;

import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;

/** Mistakes of who completes and who waits. Stateless. */
public final class CompletionFaults {
    private CompletionFaults() {}

    /** M60: a session sleeps once it has enlisted, without a look at the state. */
    public static Valuation sleepUnchecked(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(AT_LOAD_STATE, before.get(AT_LOAD_STATE))
                .with(AT_AWAIT, t.union(before.get(AT_AWAIT), given.get(SESSION)));
    }

    /** M88: who completes an I/O forgets the broadcast. */
    public static Valuation forgetBroadcast(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(BROADCAST_DUE, before.get(BROADCAST_DUE));
    }

    /** M63: the use of a handle ends without another generation. */
    public static Valuation keepGeneration(Terms t, Valuation before, Valuation given, Valuation right) {
        return right.with(CURRENT, before.get(CURRENT));
    }
}
