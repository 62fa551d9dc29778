package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerParameters.POOL_SIZE;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WORKER;
import static dev.latchwork.tla.proof.worker.WorkerVariables.EXIT_REQUESTED;
import static dev.latchwork.tla.proof.worker.WorkerVariables.IN_USE;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LATCH;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LEAVERS_FREE;
import static dev.latchwork.tla.proof.worker.WorkerVariables.LEAVERS_OWING;
import static dev.latchwork.tla.proof.worker.WorkerVariables.STARTING;
import static dev.latchwork.tla.proof.worker.WorkerVariables.TARGET;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import java.util.List;
import java.util.stream.Stream;

/** What happens to the pool from outside, as formulas. Immutable; confined to the thread of its {@link Terms}. */
final class PoolFormulas {
    private final Terms t;

    PoolFormulas(Terms t) {
        this.t = t;
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                new SymbolicAction(
                        "StartWorker",
                        List.of(),
                        (before, given) -> t.isLess(running(before), before.get(TARGET)),
                        (before, given) -> before.with(STARTING, t.increment(before.get(STARTING)))),
                new SymbolicAction("RequestShutdown", List.of(WORKER), this::canRequestShutdown, this::requestExit),
                new SymbolicAction("Interrupt", List.of(WORKER), this::canInterrupt, this::requestExit),
                new SymbolicAction(
                        "Reload",
                        List.of(POOL_SIZE),
                        this::canReload,
                        (before, given) -> before.with(TARGET, given.get(POOL_SIZE))));
    }

    /** Workers that exist: starting, registered or leaving. */
    BitVecExpr running(Valuation state) {
        return t.plus(t.plus(state.get(STARTING), t.size(state.get(IN_USE))), leavers(state));
    }

    private BitVecExpr leavers(Valuation state) {
        return t.plus(state.get(LEAVERS_OWING), state.get(LEAVERS_FREE));
    }

    private BoolExpr canRequestShutdown(Valuation before, Valuation given) {
        return t.and(
                t.meets(given.get(WORKER), before.get(IN_USE)),
                t.isLess(before.get(TARGET), running(before)),
                t.not(t.meets(before.get(EXIT_REQUESTED), before.get(IN_USE))),
                t.isEmpty(leavers(before)));
    }

    private BoolExpr canInterrupt(Valuation before, Valuation given) {
        return t.meets(given.get(WORKER), t.without(before.get(IN_USE), before.get(EXIT_REQUESTED)));
    }

    private Valuation requestExit(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        return before.with(EXIT_REQUESTED, t.union(before.get(EXIT_REQUESTED), w))
                .with(LATCH, t.union(before.get(LATCH), w));
    }

    private BoolExpr canReload(Valuation before, Valuation given) {
        return t.and(
                t.not(t.areEqual(given.get(POOL_SIZE), before.get(TARGET))),
                t.isAtMost(given.get(POOL_SIZE), t.number(WorkerLimits.WORKERS)));
    }
}
