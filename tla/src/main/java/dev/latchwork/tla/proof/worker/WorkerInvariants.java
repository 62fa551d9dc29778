package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.StateFormula;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The properties of the worker method, and the facts that carry them through every step. Immutable; confined to the thread
 * of its {@link Terms}.
 */
final class WorkerInvariants {
    private final Terms t;
    private final WorkerLimits limits;

    WorkerInvariants(Terms t, WorkerLimits limits) {
        this.t = t;
        this.limits = limits;
    }

    StateFormula initial() {
        return new StateFormula("Init", this::isInitial);
    }

    /** The conjuncts of the inductive invariant. */
    List<StateFormula> inductive() {
        return List.of(
                new StateFormula("WorkConserving", this::isWorkConserving),
                new StateFormula("WaitersAccounted", this::accountsForWaiters),
                new StateFormula("IdleMayLook", this::idleMayLook),
                new StateFormula("UnderWayWillLook", this::underWayWillLook),
                new StateFormula("NoNullLatch", this::owesNoNullLatch),
                new StateFormula("DepthInBounds", this::isDepthInBounds),
                new StateFormula("PointsPartitionInUse", this::pointsPartitionInUse));
    }

    /** The conjuncts of the pool's inductive invariant. */
    List<StateFormula> inductiveForPool() {
        return List.of(
                new StateFormula("RunningInBounds", this::isRunningInBounds),
                new StateFormula("PointsPartitionInUse", this::pointsPartitionInUse));
    }

    /** What follows from it. */
    List<StateFormula> properties() {
        return List.of(
                new StateFormula("WorkConserving", this::isWorkConserving),
                new StateFormula("NoLostWakeup", this::losesNoWakeup),
                new StateFormula("IdleOnlyRegistered", state -> t.isSubset(state.get(IDLE), state.get(IN_USE))),
                new StateFormula("NoNullLatch", this::owesNoNullLatch),
                new StateFormula("DepthInBounds", this::isDepthInBounds));
    }

    /** What follows from the pool's. */
    List<StateFormula> propertiesOfPool() {
        return List.of(
                new StateFormula("SlotForEveryWorker", this::hasSlotForEveryWorker),
                new StateFormula("RunningInBounds", this::isRunningInBounds));
    }

    /** Nothing runs; the pool is to have any of the sizes that a reload may set. */
    private BoolExpr isInitial(Valuation state) {
        List<BoolExpr> conditions = new ArrayList<>();
        for (Variable variable : ALL) {
            conditions.add(
                    variable.equals(TARGET)
                            ? t.isAtMost(state.get(TARGET), t.number(WorkerLimits.WORKERS))
                            : t.isEmpty(state.get(variable)));
        }
        return t.allOf(conditions);
    }

    private BitVecExpr anyOf(Valuation state, List<Variable> sets) {
        return t.union(t.nobody(), sets.stream().map(state::get).toArray(BitVecExpr[]::new));
    }

    private BitVecExpr owed(Valuation state) {
        return anyOf(state, OWED);
    }

    /** Those that wait no longer, or will not: the latch is set, or somebody has it to set. */
    private BitVecExpr woken(Valuation state) {
        return t.union(state.get(LATCH), owed(state));
    }

    /** Workers with nothing in hand that wait for nothing: they will look at the queue, or leave and hand over. */
    private BitVecExpr goingToLook(Valuation state) {
        return anyOf(state, List.of(AT_CHECK_INTERRUPTS, AT_LOOK, AT_RESET_LATCH, AT_DEREGISTER));
    }

    /** While I/Os are queued and a worker may be chosen, some worker is on its way to the queue, or hands over. */
    private BoolExpr isWorkConserving(Valuation state) {
        BitVecExpr onItsWay = t.union(goingToLook(state), t.both(state.get(AT_AWAIT), woken(state)));
        return t.or(t.isEmpty(state.get(DEPTH)), t.isEmpty(state.get(IDLE)), t.not(t.isEmpty(onItsWay)));
    }

    /** Whoever waits may be chosen, or will be woken. Without this a worker could sleep where nobody sees it. */
    private BoolExpr accountsForWaiters(Valuation state) {
        return t.isSubset(state.get(AT_AWAIT), t.union(state.get(IDLE), woken(state)));
    }

    /** Whoever may be chosen waits or has nothing in hand, so that choosing it makes somebody look. */
    private BoolExpr idleMayLook(Valuation state) {
        return t.isSubset(state.get(IDLE), t.union(state.get(AT_AWAIT), goingToLook(state)));
    }

    /** Whoever was chosen and has not looked since will look, so that it may be counted on. */
    private BoolExpr underWayWillLook(Valuation state) {
        BitVecExpr wokenWaiters = t.both(state.get(AT_AWAIT), woken(state));
        return t.isSubset(state.get(UNDER_WAY), t.union(goingToLook(state), wokenWaiters));
    }

    private BoolExpr owesNoNullLatch(Valuation state) {
        return t.not(t.isTrue(state.get(NULL_LATCH_OWED)));
    }

    private BoolExpr isDepthInBounds(Valuation state) {
        return t.isAtMost(state.get(DEPTH), t.number(limits.capacity()));
    }

    /** A registered worker is at exactly one program point, and nobody else is at any. */
    private BoolExpr pointsPartitionInUse(Valuation state) {
        List<BoolExpr> conditions = new ArrayList<>();
        conditions.add(t.areEqual(anyOf(state, POINTS), state.get(IN_USE)));
        for (int point = 1; point < POINTS.size(); point++) {
            BitVecExpr earlier = anyOf(state, POINTS.subList(0, point));
            conditions.add(t.not(t.meets(earlier, state.get(POINTS.get(point)))));
        }
        return t.allOf(conditions);
    }

    /** No more workers exist than there are slots; each number is in that bound too, so that their sum does not wrap. */
    private BoolExpr isRunningInBounds(Valuation state) {
        BitVecExpr most = t.number(WorkerLimits.WORKERS);
        Stream<BitVecExpr> numbers = Stream.of(
                new PoolFormulas(t).running(state),
                state.get(STARTING),
                state.get(LEAVERS_OWING),
                state.get(LEAVERS_FREE),
                state.get(TARGET));
        return t.allOf(numbers.map(number -> t.isAtMost(number, most)).toList());
    }

    /** When I/Os are queued and every registered worker waits, one of them has its latch set or is owed that. */
    private BoolExpr losesNoWakeup(Valuation state) {
        BoolExpr allWait = t.isSubset(state.get(IN_USE), state.get(AT_AWAIT));
        return t.or(
                t.isEmpty(state.get(DEPTH)),
                t.isEmpty(state.get(IN_USE)),
                t.not(allWait),
                t.meets(state.get(IN_USE), woken(state)));
    }

    /** A worker that has started finds a free slot, whatever the pool's size was before. */
    private BoolExpr hasSlotForEveryWorker(Valuation state) {
        return t.implies(t.not(t.isEmpty(state.get(STARTING))), t.not(t.isEmpty(t.complement(state.get(IN_USE)))));
    }
}
