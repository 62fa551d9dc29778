package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerParameters.LAST;
import static dev.latchwork.tla.proof.worker.WorkerParameters.STILL_OWED;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WAKEUP_TARGET;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LEAVERS_FREE;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LEAVERS_OWING;
import static dev.latchwork.tla.proof.worker.WorkerVariables.OWED_BY_LEAVERS;

import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import java.util.List;
import java.util.stream.Stream;

/** What a worker does after it has released its slot, as formulas. Immutable; confined to the thread of its {@link Terms}. */
final class LeaverFormulas {
    private final Terms t;

    LeaverFormulas(Terms t) {
        this.t = t;
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                new SymbolicAction(
                        "HandOver", List.of(WAKEUP_TARGET, STILL_OWED, LAST), this::canHandOver, this::handOver),
                new SymbolicAction(
                        "ExitWorker",
                        List.of(),
                        (before, given) -> t.not(t.isEmpty(before.get(LEAVERS_FREE))),
                        (before, given) -> before.with(LEAVERS_FREE, t.decrement(before.get(LEAVERS_FREE)))));
    }

    private BoolExpr canHandOver(Valuation before, Valuation given) {
        return t.and(
                t.not(t.isEmpty(before.get(LEAVERS_OWING))),
                t.meets(given.get(WAKEUP_TARGET), before.get(OWED_BY_LEAVERS)));
    }

    private Valuation handOver(Valuation before, Valuation given) {
        BoolExpr last = t.isTrue(given.get(LAST));
        Valuation next = new Delivery(t, OWED_BY_LEAVERS).after(before, given);
        return next.with(
                        LEAVERS_OWING,
                        t.choose(last, t.decrement(before.get(LEAVERS_OWING)), before.get(LEAVERS_OWING)))
                .with(LEAVERS_FREE, t.choose(last, t.increment(before.get(LEAVERS_FREE)), before.get(LEAVERS_FREE)));
    }
}
