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

/** What the owner of a handle and its executors do to it, as formulas. Confined to the thread of its {@link Terms}. */
final class HandleFormulas {
    private final Terms t;
    private final SessionSets sets;

    HandleFormulas(Terms t) {
        this.t = t;
        this.sets = new SessionSets(t);
    }

    Stream<SymbolicAction> actions() {
        return Stream.of(
                ofOwner("Acquire", IDLE, this::acquire),
                ofOwner("Release", HANDED_OUT, before -> before.with(ENDING, t.number(1))),
                ofOwner("Define", HANDED_OUT, before -> before.with(STATE, t.number(DEFINED))),
                ofOwner("Stage", DEFINED, before -> before.with(STATE, t.number(STAGED))),
                ofOwner("Submit", STAGED, before -> before.with(STATE, t.number(SUBMITTED))),
                ofExecutor("Perform", SUBMITTED, before -> endIo(before, OK)),
                ofExecutor("CompleteFailed", SUBMITTED, before -> endIo(before, ENOENT)),
                ofExecutor(
                        "CompleteShared",
                        COMPLETED_IO,
                        before -> before.with(STATE, t.number(COMPLETED_SHARED))
                                .with(BROADCAST_DUE, t.value(Kind.FLAG, 1))),
                new SymbolicAction("Reclaim", List.of(SESSION), this::canReclaim, this::reclaim),
                new SymbolicAction("NextGeneration", List.of(), this::hasNextGeneration, this::nextGeneration),
                new SymbolicAction(
                        "Recycle",
                        List.of(),
                        (before, given) -> t.areEqual(before.get(ENDING), t.number(2)),
                        (before, given) -> recycle(before)));
    }

    /** What an action does that is told by the state alone. */
    @FunctionalInterface
    private interface Change {
        Valuation of(Valuation before);
    }

    private SymbolicAction ofOwner(String name, int from, Change change) {
        return new SymbolicAction(
                name,
                List.of(),
                (before, given) ->
                        t.and(isIn(t, before, from, from), t.not(t.meets(before.get(OWNER), sets.busy(before)))),
                (before, given) -> change.of(before));
    }

    private SymbolicAction ofExecutor(String name, int from, Change change) {
        return new SymbolicAction(
                name, List.of(), (before, given) -> isIn(t, before, from, from), (before, given) -> change.of(before));
    }

    /** Whether the state is in that range of the life cycle, and the owner has not begun to end the use. */
    static BoolExpr isIn(Terms t, Valuation state, int first, int last) {
        return t.and(
                t.isEmpty(state.get(ENDING)),
                t.isAtMost(t.number(first), state.get(STATE)),
                t.isAtMost(state.get(STATE), t.number(last)));
    }

    /** Another use: nobody waits for it yet. */
    private Valuation acquire(Valuation before) {
        return before.with(STATE, t.number(HANDED_OUT))
                .with(OUTCOME, t.number(NONE))
                .with(AWAITS_THIS_USE, t.nobody());
    }

    private Valuation endIo(Valuation before, int result) {
        BitVecExpr waitForIt = before.get(AWAITS_THIS_USE);
        Valuation next = before.with(STATE, t.number(COMPLETED_IO))
                .with(RESULT, t.number(result))
                .with(OUTCOME, t.number(result));
        return ends(ends(next, ENDED_OK, waitForIt, result == OK), ENDED_ENOENT, waitForIt, result == ENOENT);
    }

    private Valuation ends(Valuation state, Variable ended, BitVecExpr sessions, boolean isSo) {
        BitVecExpr others = t.without(state.get(ended), sessions);
        return state.with(ended, isSo ? t.union(others, sessions) : others);
    }

    /** After a wait for it, or because the handle is wanted again. */
    private BoolExpr canReclaim(Valuation before, Valuation given) {
        BitVecExpr s = given.get(SESSION);
        BoolExpr wantsIt = t.and(t.meets(s, before.get(OWNER)), t.not(t.meets(s, sets.busy(before))));
        return t.and(
                isIn(t, before, COMPLETED_SHARED, COMPLETED_SHARED), t.or(t.meets(s, before.get(AT_RECLAIM)), wantsIt));
    }

    private Valuation reclaim(Valuation before, Valuation given) {
        BitVecExpr waited = t.both(given.get(SESSION), before.get(AT_RECLAIM));
        BoolExpr ok = t.areEqual(before.get(RESULT), t.number(OK));
        BoolExpr enoent = t.areEqual(before.get(RESULT), t.number(ENOENT));
        return before.with(STATE, t.number(COMPLETED_LOCAL))
                .with(ENDING, t.number(1))
                .with(AT_RECLAIM, t.without(before.get(AT_RECLAIM), waited))
                .with(AT_ENDING, t.union(before.get(AT_ENDING), waited))
                .with(GOT_OK, t.union(before.get(GOT_OK), t.onlyIf(ok, waited)))
                .with(GOT_ENOENT, t.union(before.get(GOT_ENOENT), t.onlyIf(enoent, waited)));
    }

    /** There is a next one for as long as anybody can wait: at a thousand million uses a second, for 500 years. */
    private BoolExpr hasNextGeneration(Valuation before, Valuation given) {
        return t.and(
                t.areEqual(before.get(ENDING), t.number(1)), t.not(t.isEmpty(t.increment(before.get(GENERATION)))));
    }

    /** No reference has the new generation; of {@code i} the numbers have to tell that. */
    private Valuation nextGeneration(Valuation before, Valuation given) {
        return before.with(GENERATION, t.increment(before.get(GENERATION)))
                .with(CURRENT, t.nobody())
                .with(ENDING, t.number(2));
    }

    private Valuation recycle(Valuation before) {
        return before.with(STATE, t.number(IDLE))
                .with(ENDING, t.number(0))
                .with(RESULT, t.number(NONE))
                .with(AT_ENDING, t.nobody())
                .with(AT_RETURN, t.union(before.get(AT_RETURN), before.get(AT_ENDING)));
    }
}
