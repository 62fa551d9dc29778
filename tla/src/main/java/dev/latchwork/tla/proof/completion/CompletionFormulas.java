package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;

/** The actions of {@code docs/completion.md} that one handle and its waiters see. Confined to the thread of its {@link Terms}. */
final class CompletionFormulas {
    private final Terms t;

    CompletionFormulas(Terms t) {
        this.t = t;
    }

    List<SymbolicAction> actions() {
        return List.of(
                lifeCycle("Acquire", IDLE, HANDED_OUT),
                new SymbolicAction(
                        "Release",
                        List.of(),
                        (before, given) -> isIn(before, HANDED_OUT, HANDED_OUT),
                        (before, given) -> before.with(ENDING, t.number(1))),
                lifeCycle("Define", HANDED_OUT, DEFINED),
                lifeCycle("Stage", DEFINED, STAGED),
                lifeCycle("Submit", STAGED, SUBMITTED),
                lifeCycle("Perform", SUBMITTED, COMPLETED_IO),
                lifeCycle("CompleteFailed", SUBMITTED, COMPLETED_IO),
                new SymbolicAction(
                        "CompleteShared",
                        List.of(),
                        (before, given) -> isIn(before, COMPLETED_IO, COMPLETED_IO),
                        (before, given) -> before.with(STATE, t.number(COMPLETED_SHARED))
                                .with(BROADCAST_DUE, t.value(BROADCAST_DUE.kind(), 1))),
                new SymbolicAction(
                        "Broadcast",
                        List.of(ANOTHER_TOO),
                        (before, given) -> t.isTrue(before.get(BROADCAST_DUE)),
                        (before, given) -> before.with(TO_UNLINK, before.get(WAITING))
                                .with(BROADCAST_DUE, given.get(ANOTHER_TOO))),
                new SymbolicAction("UnlinkWaiter", List.of(SESSION), in(WAITING), this::unlinkWaiter),
                new SymbolicAction("WakeWaiter", List.of(SESSION, ANOTHER_TOO), in(WAKING), this::wakeWaiter),
                step("Wait", this::canWait, this::startWaiting),
                step("LoadState", in(AT_LOAD_STATE), this::loadState),
                step("LoadGeneration", in(AT_LOAD_GENERATION), this::loadGeneration),
                step("PrepareToSleep", in(AT_PREPARE_TO_SLEEP), this::prepareToSleep),
                step("Await", this::canWakeUp, (before, given) -> move(before, given, AT_AWAIT, AT_RESET_LATCH)),
                step("ResetLatch", in(AT_RESET_LATCH), this::resetLatch),
                step("EnlistAgain", in(AT_ENLIST_AGAIN), this::enlistAgain),
                step("CancelSleep", in(AT_CANCEL_SLEEP), this::cancelSleep),
                step("Return", in(AT_RETURN), this::stopWaiting),
                new SymbolicAction(
                        "Reclaim",
                        List.of(),
                        (before, given) -> isIn(before, COMPLETED_SHARED, COMPLETED_SHARED),
                        (before, given) ->
                                before.with(STATE, t.number(COMPLETED_LOCAL)).with(ENDING, t.number(1))),
                new SymbolicAction(
                        "NextGeneration",
                        List.of(),
                        (before, given) -> t.areEqual(before.get(ENDING), t.number(1)),
                        (before, given) -> before.with(CURRENT, t.nobody()).with(ENDING, t.number(2))),
                new SymbolicAction(
                        "Recycle",
                        List.of(),
                        (before, given) -> t.areEqual(before.get(ENDING), t.number(2)),
                        (before, given) -> before.with(STATE, t.number(IDLE)).with(ENDING, t.number(0))));
    }

    private SymbolicAction lifeCycle(String name, int from, int to) {
        return new SymbolicAction(
                name,
                List.of(),
                (before, given) -> isIn(before, from, from),
                (before, given) -> before.with(STATE, t.number(to)));
    }

    private static SymbolicAction step(String name, SymbolicAction.Guard guard, SymbolicAction.Effect effect) {
        return new SymbolicAction(name, List.of(SESSION), guard, effect);
    }

    /** Whether the state is in that range of the life cycle, and the owner has not begun to end the use. */
    private BoolExpr isIn(Valuation state, int first, int last) {
        return t.and(
                t.isEmpty(state.get(ENDING)),
                t.isAtMost(t.number(first), state.get(STATE)),
                t.isAtMost(state.get(STATE), t.number(last)));
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

    /** Any session on the list: a broadcast that counts on sessions which have cancelled unlinks later ones instead. */
    private Valuation unlinkWaiter(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        return add(remove(remove(before, WAITING, s), TO_UNLINK, s), WAKING, s);
    }

    private Valuation wakeWaiter(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        return remove(add(before, LATCH, s), WAKING, t.onlyIf(t.not(t.isTrue(given.get(ANOTHER_TOO))), s));
    }

    private BoolExpr canWait(Valuation before, Valuation given) {
        BitVecExpr busy = t.union(t.nobody(), POINTS.stream().map(before::get).toArray(BitVecExpr[]::new));
        return t.and(isIn(before, STAGED, COMPLETED_SHARED), t.not(t.meets(given.get(SESSION), busy)));
    }

    private Valuation startWaiting(Valuation before, Valuation given) {
        return add(add(before, CURRENT, given.get(SESSION)), AT_LOAD_STATE, given.get(SESSION));
    }

    private Valuation loadState(Valuation before, Valuation given) {
        BoolExpr completed = t.isAtMost(t.number(COMPLETED_SHARED), before.get(STATE));
        return add(
                move(before, given, AT_LOAD_STATE, AT_LOAD_GENERATION), SEEN, t.onlyIf(completed, given.get(SESSION)));
    }

    private Valuation loadGeneration(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BitVecExpr over = t.both(s, t.union(before.get(SEEN), t.complement(before.get(CURRENT))));
        BitVecExpr prepared = t.both(s, before.get(PREPARED));
        Valuation next = remove(remove(before, AT_LOAD_GENERATION, s), SEEN, s);
        next = add(add(next, AT_CANCEL_SLEEP, t.both(over, prepared)), AT_RETURN, t.without(over, prepared));
        BitVecExpr notOver = t.without(s, over);
        next = add(next, AT_AWAIT, t.both(notOver, prepared));
        return add(next, AT_PREPARE_TO_SLEEP, t.without(notOver, prepared));
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
        Valuation next = move(before, given, AT_CANCEL_SLEEP, AT_RETURN);
        return remove(remove(remove(next, WAITING, s), TO_UNLINK, s), PREPARED, s);
    }

    private Valuation stopWaiting(Valuation before, Valuation given) {
        return remove(remove(before, AT_RETURN, given.get(SESSION)), CURRENT, given.get(SESSION));
    }
}
