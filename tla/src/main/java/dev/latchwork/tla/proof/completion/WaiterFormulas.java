package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.Kind;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** What sessions do that wait for a handle, as formulas. Confined to the thread of its {@link Terms}. */
final class WaiterFormulas {
    private final Terms t;
    private final SessionSets sets;

    WaiterFormulas(Terms t) {
        this.t = t;
        this.sets = new SessionSets(t);
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                step("Wait", this::canWait, this::startWaiting),
                step("LoadState", in(AT_LOAD_STATE), this::loadState),
                step("LoadGeneration", in(AT_LOAD_GENERATION), this::loadGeneration),
                onList("PrepareToSleep", AT_PREPARE_TO_SLEEP, this::prepareToSleep),
                step("Await", this::canWakeUp, (before, given) -> move(before, given, AT_AWAIT, AT_RESET_LATCH)),
                step("ResetLatch", in(AT_RESET_LATCH), this::resetLatch),
                onList("EnlistAgain", AT_ENLIST_AGAIN, this::enlistAgain),
                onList("CancelSleep", AT_CANCEL_SLEEP, this::cancelSleep),
                step("ReadResult", in(AT_READ_RESULT), this::readResult),
                step("ConfirmGeneration", in(AT_CONFIRM_GENERATION), this::confirmGeneration),
                step("Return", in(AT_RETURN), this::stopWaiting),
                step(
                        "ResetLatch (for another handle)",
                        this::isElsewhere,
                        (before, given) -> remove(before, LATCH, given.get(SESSION))));
    }

    private static SymbolicAction step(String name, SymbolicAction.Guard guard, SymbolicAction.Effect effect) {
        return new SymbolicAction(name, List.of(SESSION), guard, effect);
    }

    /** A step that makes the list longer or shorter, so that the counts of broadcasts may cover more of it. */
    private SymbolicAction onList(String name, Variable point, SymbolicAction.Effect effect) {
        return new SymbolicAction(
                name,
                List.of(SESSION, COVERED_TOO),
                in(point),
                (before, given) -> new Coverage(t).after(effect.after(before, given), given));
    }

    private SymbolicAction.Guard in(Variable set) {
        return (before, given) -> t.meets(given.get(SESSION), before.get(set));
    }

    private Valuation add(Valuation state, Variable set, BitVecExpr sessions) {
        return state.with(set, t.union(state.get(set), sessions));
    }

    private Valuation remove(Valuation state, Variable set, BitVecExpr sessions) {
        return state.with(set, t.without(state.get(set), sessions));
    }

    private Valuation move(Valuation before, Valuation given, Variable from, Variable to) {
        return add(remove(before, from, given.get(SESSION)), to, given.get(SESSION));
    }

    private BoolExpr isElsewhere(Valuation before, Valuation given) {
        return t.not(t.meets(given.get(SESSION), sets.busy(before)));
    }

    private BoolExpr canWait(Valuation before, Valuation given) {
        return t.and(HandleFormulas.isIn(t, before, STAGED, COMPLETED_SHARED), isElsewhere(before, given));
    }

    private Valuation startWaiting(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BoolExpr ok = t.areEqual(before.get(OUTCOME), t.number(OK));
        BoolExpr enoent = t.areEqual(before.get(OUTCOME), t.number(ENOENT));
        Valuation next = add(add(before, AWAITS_THIS_USE, s), AT_LOAD_STATE, s);
        next = add(add(next, ENDED_OK, t.onlyIf(ok, s)), ENDED_ENOENT, t.onlyIf(enoent, s));
        return sets.withGeneration(add(next, CURRENT, s), s, before.get(GENERATION));
    }

    private Valuation loadState(Valuation before, Valuation given) {
        BoolExpr completed = t.isAtMost(t.number(COMPLETED_SHARED), before.get(STATE));
        return add(
                move(before, given, AT_LOAD_STATE, AT_LOAD_GENERATION), SEEN, t.onlyIf(completed, given.get(SESSION)));
    }

    private Valuation loadGeneration(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BitVecExpr over = t.both(s, t.union(before.get(SEEN), t.complement(sets.current(before))));
        BitVecExpr prepared = t.both(s, before.get(PREPARED));
        Valuation next = remove(remove(before, AT_LOAD_GENERATION, s), SEEN, s);
        next = afterWait(add(next, AT_CANCEL_SLEEP, t.both(over, prepared)), t.without(over, prepared));
        BitVecExpr notOver = t.without(s, over);
        next = add(next, AT_AWAIT, t.both(notOver, prepared));
        return add(next, AT_PREPARE_TO_SLEEP, t.without(notOver, prepared));
    }

    /** Sessions that know their use to be over, and are on no condition variable: only an owner reclaims. */
    private Valuation afterWait(Valuation state, BitVecExpr sessions) {
        BitVecExpr owner = state.get(OWNER);
        return add(add(state, AT_RECLAIM, t.both(sessions, owner)), AT_READ_RESULT, t.without(sessions, owner));
    }

    private Valuation prepareToSleep(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        return add(add(move(before, given, AT_PREPARE_TO_SLEEP, AT_LOAD_STATE), WAITING, s), PREPARED, s);
    }

    private BoolExpr canWakeUp(Valuation before, Valuation given) {
        return t.and(in(AT_AWAIT).holds(before, given), in(LATCH).holds(before, given));
    }

    private Valuation resetLatch(Valuation before, Valuation given) {
        return remove(move(before, given, AT_RESET_LATCH, AT_ENLIST_AGAIN), LATCH, given.get(SESSION));
    }

    private Valuation enlistAgain(Valuation before, Valuation given) {
        return add(move(before, given, AT_ENLIST_AGAIN, AT_LOAD_STATE), WAITING, given.get(SESSION));
    }

    private Valuation cancelSleep(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        Valuation next = afterWait(remove(before, AT_CANCEL_SLEEP, s), s);
        return remove(remove(remove(next, WAITING, s), TO_UNLINK, s), PREPARED, s);
    }

    private Valuation readResult(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BoolExpr ok = t.areEqual(before.get(RESULT), t.number(OK));
        BoolExpr enoent = t.areEqual(before.get(RESULT), t.number(ENOENT));
        Valuation next = move(before, given, AT_READ_RESULT, AT_CONFIRM_GENERATION);
        return add(add(next, GOT_OK, t.onlyIf(ok, s)), GOT_ENOENT, t.onlyIf(enoent, s));
    }

    private Valuation confirmGeneration(Valuation before, Valuation given) {
        BitVecExpr stale = t.without(given.get(SESSION), sets.current(before));
        Valuation next = move(before, given, AT_CONFIRM_GENERATION, AT_RETURN);
        return remove(remove(next, GOT_OK, stale), GOT_ENOENT, stale);
    }

    private Valuation stopWaiting(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        Valuation next = before;
        for (Variable set : List.of(AT_RETURN, CURRENT, GOT_OK, GOT_ENOENT, AWAITS_THIS_USE, ENDED_OK, ENDED_ENOENT)) {
            next = remove(next, set, s);
        }
        return sets.withGeneration(next, s, t.value(Kind.GENERATION, 0));
    }
}
