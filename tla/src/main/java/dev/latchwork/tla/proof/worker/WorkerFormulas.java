package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerParameters.LAST;
import static dev.latchwork.tla.proof.worker.WorkerParameters.STILL_OWED;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WAKEUP_TARGET;
import static dev.latchwork.tla.proof.worker.WorkerParameters.WORKER;
import static dev.latchwork.tla.proof.worker.WorkerVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** What a worker does while it has a slot, as formulas. Immutable; confined to the thread of its {@link Terms}. */
final class WorkerFormulas {
    private final Terms t;
    private final WakeupFormula wakeup;
    private final ExitVariant exit;

    WorkerFormulas(Terms t, WakeupFormula wakeup, ExitVariant exit) {
        this.t = t;
        this.wakeup = wakeup;
        this.exit = exit;
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                action("Register", this::canRegister, this::register),
                action("CheckInterrupts", at(AT_CHECK_INTERRUPTS), this::checkInterrupts),
                action("Consume", this::canConsume, this::consume),
                action("MarkIdle", this::canMarkIdle, this::markIdle),
                new SymbolicAction(
                        "WakePeer",
                        List.of(WORKER, WAKEUP_TARGET, STILL_OWED, LAST),
                        this::canWakePeer,
                        this::wakePeer),
                action("Reopen", at(AT_REOPEN), moving(AT_REOPEN, AT_PERFORM)),
                action("ReopenFail", at(AT_REOPEN), moving(AT_REOPEN, AT_COMPLETE_FAILED)),
                action("Perform", at(AT_PERFORM), moving(AT_PERFORM, AT_CHECK_INTERRUPTS)),
                action("CompleteFailed", at(AT_COMPLETE_FAILED), moving(AT_COMPLETE_FAILED, AT_DEREGISTER)),
                action("Await", this::canStopWaiting, moving(AT_AWAIT, AT_RESET_LATCH)),
                action("ResetLatch", at(AT_RESET_LATCH), this::resetLatch),
                action("Deregister", at(AT_DEREGISTER), this::deregister));
    }

    private static SymbolicAction action(String name, SymbolicAction.Guard guard, SymbolicAction.Effect effect) {
        return new SymbolicAction(name, List.of(WORKER), guard, effect);
    }

    private SymbolicAction.Guard at(Variable point) {
        return (before, given) -> t.meets(given.get(WORKER), before.get(point));
    }

    private SymbolicAction.Effect moving(Variable from, Variable to) {
        return (before, given) -> move(before, given, from, to);
    }

    private Valuation move(Valuation before, Valuation given, Variable from, Variable to) {
        return add(remove(before, from, given.get(WORKER)), to, given.get(WORKER));
    }

    private Valuation add(Valuation state, Variable set, BitVecExpr workers) {
        return state.with(set, t.union(state.get(set), workers));
    }

    private Valuation remove(Valuation state, Variable set, BitVecExpr workers) {
        return state.with(set, t.without(state.get(set), workers));
    }

    private BoolExpr canRegister(Valuation before, Valuation given) {
        BoolExpr anyStarting = t.not(t.isEmpty(before.get(STARTING)));
        return t.and(anyStarting, t.areEqual(given.get(WORKER), t.lowest(t.complement(before.get(IN_USE)))));
    }

    private Valuation register(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        Valuation next = before.with(STARTING, t.decrement(before.get(STARTING)));
        next = add(add(next, IN_USE, w), IDLE, w);
        return add(remove(next, EXIT_REQUESTED, w), AT_CHECK_INTERRUPTS, w);
    }

    private Valuation checkInterrupts(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        BitVecExpr leaves = t.both(w, before.get(EXIT_REQUESTED));
        Valuation next = remove(before, AT_CHECK_INTERRUPTS, w);
        return add(add(next, AT_DEREGISTER, leaves), AT_LOOK, t.without(w, leaves));
    }

    private BoolExpr canConsume(Valuation before, Valuation given) {
        return t.and(at(AT_LOOK).holds(before, given), t.not(t.isEmpty(before.get(DEPTH))));
    }

    private Valuation consume(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        BitVecExpr depth = t.decrement(before.get(DEPTH));
        BitVecExpr underWay = t.without(before.get(UNDER_WAY), w);
        BitVecExpr wanted = wakeup.peers(t, depth, underWay);
        IdleChoice choice = IdleChoice.from(t, t.without(before.get(IDLE), w));
        for (int chosen = 0; chosen < WakeupFormula.FAN_OUT; chosen++) {
            choice = choice.takeIf(t.isLess(t.number(chosen), wanted));
        }
        Valuation next =
                before.with(DEPTH, depth).with(IDLE, choice.idle()).with(UNDER_WAY, t.union(underWay, choice.taken()));
        next = owe(next, OWED_BY_WORKERS, choice.taken());
        next = remove(next, AT_LOOK, w);
        BoolExpr nobodyChosen = t.isEmpty(choice.taken());
        next = add(next, AT_REOPEN, t.onlyIf(nobodyChosen, w));
        return add(next, AT_WAKE_PEER, t.onlyIf(t.not(nobodyChosen), w));
    }

    /** A target whose slot is free is the null latch. */
    private Valuation owe(Valuation state, Variable owed, BitVecExpr taken) {
        BoolExpr aNullLatch = t.not(t.isSubset(taken, state.get(IN_USE)));
        return add(state, owed, t.both(taken, state.get(IN_USE)))
                .with(NULL_LATCH_OWED, t.flag(t.or(t.isTrue(state.get(NULL_LATCH_OWED)), aNullLatch)));
    }

    private BoolExpr canMarkIdle(Valuation before, Valuation given) {
        return t.and(at(AT_LOOK).holds(before, given), t.isEmpty(before.get(DEPTH)));
    }

    private Valuation markIdle(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        return remove(add(move(before, given, AT_LOOK, AT_AWAIT), IDLE, w), UNDER_WAY, w);
    }

    private BoolExpr canWakePeer(Valuation before, Valuation given) {
        return t.and(
                at(AT_WAKE_PEER).holds(before, given), t.meets(given.get(WAKEUP_TARGET), before.get(OWED_BY_WORKERS)));
    }

    private Valuation wakePeer(Valuation before, Valuation given) {
        BitVecExpr moved = t.onlyIf(t.isTrue(given.get(LAST)), given.get(WORKER));
        Valuation next = new Delivery(t, OWED_BY_WORKERS).after(before, given);
        return add(remove(next, AT_WAKE_PEER, moved), AT_REOPEN, moved);
    }

    private BoolExpr canStopWaiting(Valuation before, Valuation given) {
        return t.and(at(AT_AWAIT).holds(before, given), t.meets(given.get(WORKER), before.get(LATCH)));
    }

    private Valuation resetLatch(Valuation before, Valuation given) {
        return remove(move(before, given, AT_RESET_LATCH, AT_CHECK_INTERRUPTS), LATCH, given.get(WORKER));
    }

    private Valuation deregister(Valuation before, Valuation given) {
        BitVecExpr w = given.get(WORKER);
        Valuation next = remove(before, AT_DEREGISTER, w);
        next = remove(remove(remove(next, IN_USE, w), IDLE, w), UNDER_WAY, w);
        return switch (exit) {
            case ONE_IDLE_PEER -> handOverToOne(next);
            case ALL_PEERS -> leave(add(next, OWED_BY_LEAVERS, next.get(IN_USE)), t.not(t.isEmpty(next.get(IN_USE))));
        };
    }

    private Valuation handOverToOne(Valuation state) {
        IdleChoice choice = IdleChoice.from(t, state.get(IDLE)).takeIf(t.not(t.isEmpty(state.get(DEPTH))));
        Valuation next = state.with(IDLE, choice.idle());
        next = owe(add(next, UNDER_WAY, choice.taken()), OWED_BY_LEAVERS, choice.taken());
        return leave(next, t.not(t.isEmpty(choice.taken())));
    }

    private Valuation leave(Valuation state, BoolExpr owing) {
        Variable first = LEAVERS_OWING;
        Variable second = LEAVERS_FREE;
        return state.with(first, t.choose(owing, t.increment(state.get(first)), state.get(first)))
                .with(second, t.choose(owing, state.get(second), t.increment(state.get(second))));
    }
}
