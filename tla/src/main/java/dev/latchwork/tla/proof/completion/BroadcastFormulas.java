package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** How executors wake those who wait, as formulas. Confined to the thread of its {@link Terms}. */
final class BroadcastFormulas {
    private final Terms t;

    BroadcastFormulas(Terms t) {
        this.t = t;
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                new SymbolicAction(
                        "Broadcast",
                        List.of(ANOTHER_TOO),
                        (before, given) -> t.isTrue(before.get(BROADCAST_DUE)),
                        (before, given) -> before.with(TO_UNLINK, before.get(WAITING))
                                .with(BROADCAST_DUE, given.get(ANOTHER_TOO))),
                new SymbolicAction("UnlinkWaiter", List.of(SESSION, COVERED_TOO), in(WAITING), this::unlinkWaiter),
                new SymbolicAction("WakeWaiter", List.of(SESSION, ANOTHER_TOO), in(WAKING), this::wakeWaiter),
                // A session that was on the condition variable of another handle may be woken at any time.
                new SymbolicAction(
                        "WakeWaiter (of another handle)",
                        List.of(SESSION),
                        (before, given) -> t.always(),
                        (before, given) -> before.with(LATCH, t.union(before.get(LATCH), given.get(SESSION)))));
    }

    private SymbolicAction.Guard in(Variable set) {
        return (before, given) -> t.meets(given.get(SESSION), before.get(set));
    }

    /** Any session on the list: a set does not tell which is the first. */
    private Valuation unlinkWaiter(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        Valuation next = before.with(WAITING, t.without(before.get(WAITING), s))
                .with(TO_UNLINK, t.without(before.get(TO_UNLINK), s))
                .with(WAKING, t.union(before.get(WAKING), s));
        return new Coverage(t).after(next, given);
    }

    private Valuation wakeWaiter(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BitVecExpr done = t.onlyIf(t.not(t.isTrue(given.get(ANOTHER_TOO))), s);
        return before.with(LATCH, t.union(before.get(LATCH), s)).with(WAKING, t.without(before.get(WAKING), done));
    }
}
