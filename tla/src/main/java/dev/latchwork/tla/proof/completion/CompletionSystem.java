package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.StateFormula;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.TransitionSystem;
import dev.latchwork.tla.proof.Valuation;
import java.util.ArrayList;
import java.util.List;

/** The completion side of one handle, for 32 waiting sessions and any number of uses and executors, as formulas. */
public final class CompletionSystem {
    /*
     * Overview
     * 1 What it is: the actions that one handle and those who wait for it take, and an inductive invariant that implies
     *   NoLostCompletion and ReturnsOnlyWhenOver.
     * 2 Corresponds to: docs/completion.md. ReadResult, ConfirmGeneration and the result itself are not here.
     * 3 Representation: one handle, since a session waits for one at a time and the handles share nothing but sessions. A
     *   reference is as good as its generation is the handle's: a set. So generations have no bound; that each is used once
     *   is taken for granted (64 bits). The list is the set of its members; of a broadcast's count only this is kept, whom it
     *   covers: a count covers a beginning of the list, and every unlinking shortens both by one. Which of the listed
     *   sessions is unlinked is left open, and so is whether another broadcast is to come: broadcasts of several uses may
     *   overlap.
     * 4 Invariants: Covered: who sleeps or is about to, though its use is over, will be woken; Enlisted: who sleeps or is
     *   about to is on the list, or off it for being woken; OverWhenSeen; CurrentIsPublished; PointsApart.
     * 5 Guards and lock order: an action is a hold of the condition variable's lock, a store or a load.
     * 6 Linearization points: none. 7 Memory ordering: the order of stores and loads is that of the actions.
     * 8 Blocking and wakeup argument: this is it; safety only.
     * 9 Departures, gaps, references: staging and submission are one handle's, without the session's lists. Latches may be set
     *   for no reason here only by broadcasts.
     */
    private final Terms t;

    private CompletionSystem(Terms t) {
        this.t = t;
    }

    /** The completion side. */
    public static TransitionSystem of(Terms t) {
        CompletionSystem made = new CompletionSystem(t);
        return new TransitionSystem(
                "Completion",
                ALL,
                new StateFormula(
                        "Init",
                        state -> t.allOf(
                                ALL.stream().map(state::get).map(t::isEmpty).toList())),
                new CompletionFormulas(t).actions(),
                List.of(
                        new StateFormula("Covered", made::coversSleepers),
                        new StateFormula("Enlisted", made::enlistsSleepers),
                        new StateFormula("OverWhenSeen", made::isOverWhenSeen),
                        new StateFormula("CurrentIsPublished", made::publishesCurrent),
                        new StateFormula("PointsApart", made::pointsApart)),
                List.of(
                        new StateFormula("NoLostCompletion", made::losesNoCompletion),
                        new StateFormula("ReturnsOnlyWhenOver", made::returnsOnlyWhenOver)));
    }

    private BoolExpr isCompleted(Valuation state) {
        return t.isAtMost(t.number(COMPLETED_SHARED), state.get(STATE));
    }

    /** Sessions whose use is over: completed, or their reference is stale. */
    private BitVecExpr over(Valuation state) {
        BitVecExpr stale = t.complement(state.get(CURRENT));
        return t.choose(isCompleted(state), t.complement(t.nobody()), stale);
    }

    /** Sessions that wait for their latch, or will without another look at the state. */
    private BitVecExpr asleep(Valuation state) {
        BitVecExpr looked = t.both(t.without(state.get(AT_LOAD_GENERATION), state.get(SEEN)), state.get(PREPARED));
        return t.union(state.get(AT_AWAIT), t.both(looked, state.get(CURRENT)));
    }

    /** Sessions whose latch is set or will be, by a broadcast that is under way or has to begin. */
    private BitVecExpr woken(Valuation state) {
        BitVecExpr due = t.onlyIf(t.isTrue(state.get(BROADCAST_DUE)), state.get(WAITING));
        return t.union(state.get(LATCH), state.get(WAKING), state.get(TO_UNLINK), due);
    }

    private BoolExpr coversSleepers(Valuation state) {
        return t.isSubset(t.both(asleep(state), over(state)), woken(state));
    }

    private BoolExpr enlistsSleepers(Valuation state) {
        BitVecExpr lookAgain = t.both(state.get(AT_LOAD_STATE), state.get(PREPARED));
        return t.and(
                t.isSubset(
                        t.union(asleep(state), lookAgain),
                        t.union(state.get(WAITING), state.get(WAKING), state.get(LATCH))),
                t.isSubset(state.get(TO_UNLINK), state.get(WAITING)));
    }

    private BoolExpr isOverWhenSeen(Valuation state) {
        BitVecExpr knows = t.union(state.get(SEEN), state.get(AT_CANCEL_SLEEP), state.get(AT_RETURN));
        return t.and(t.isSubset(knows, over(state)), t.isSubset(state.get(SEEN), state.get(AT_LOAD_GENERATION)));
    }

    /** A reference exists only from the staging to the end of the use. */
    private BoolExpr publishesCurrent(Valuation state) {
        BoolExpr nobody = t.isEmpty(state.get(CURRENT));
        BoolExpr published = t.isAtMost(t.number(STAGED), state.get(STATE));
        BitVecExpr ending = state.get(ENDING);
        BoolExpr endable = t.or(
                t.areEqual(state.get(STATE), t.number(HANDED_OUT)),
                t.areEqual(state.get(STATE), t.number(COMPLETED_LOCAL)));
        return t.and(
                t.or(nobody, published),
                t.implies(t.areEqual(ending, t.number(2)), nobody),
                t.implies(t.not(t.isEmpty(ending)), endable),
                t.isAtMost(ending, t.number(2)),
                t.isAtMost(state.get(STATE), t.number(COMPLETED_LOCAL)));
    }

    /** A session is at one point at most, and has enlisted and not cancelled at some of them only. */
    private BoolExpr pointsApart(Valuation state) {
        List<BoolExpr> conditions = new ArrayList<>();
        BitVecExpr all = t.nobody();
        for (var point : POINTS) {
            conditions.add(t.not(t.meets(all, state.get(point))));
            all = t.union(all, state.get(point));
        }
        conditions.add(t.isSubset(state.get(CURRENT), all));
        BitVecExpr unprepared = t.union(state.get(AT_PREPARE_TO_SLEEP), state.get(AT_RETURN));
        conditions.add(t.isSubset(state.get(PREPARED), t.without(all, unprepared)));
        return t.allOf(conditions);
    }

    /** Whoever sleeps for a use that is over has its latch set or is about to be woken by a broadcast. */
    private BoolExpr losesNoCompletion(Valuation state) {
        return t.isSubset(t.both(state.get(AT_AWAIT), over(state)), woken(state));
    }

    /** A wait returns when its use is over, not before. */
    private BoolExpr returnsOnlyWhenOver(Valuation state) {
        return t.isSubset(state.get(AT_RETURN), over(state));
    }
}
