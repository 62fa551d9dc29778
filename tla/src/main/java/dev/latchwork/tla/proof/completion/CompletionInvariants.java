package dev.latchwork.tla.proof.completion;

import static dev.latchwork.tla.proof.completion.CompletionVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.ChangeFormula;
import dev.latchwork.tla.proof.Kind;
import dev.latchwork.tla.proof.StateFormula;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import java.util.ArrayList;
import java.util.List;

/**
 * The properties of the completion side, and the facts that carry them through every step. Immutable; confined to the thread
 * of its {@link Terms}.
 */
final class CompletionInvariants {
    /** What may follow each state, by its place in the life cycle. */
    private static final List<List<Integer>> NEXT_STATES = List.of(
            List.of(HANDED_OUT),
            List.of(DEFINED, IDLE),
            List.of(STAGED),
            List.of(SUBMITTED),
            List.of(COMPLETED_IO),
            List.of(COMPLETED_SHARED),
            List.of(COMPLETED_LOCAL),
            List.of(IDLE));

    private final Terms t;
    private final SessionSets sets;

    CompletionInvariants(Terms t) {
        this.t = t;
        this.sets = new SessionSets(t);
    }

    StateFormula initial() {
        return new StateFormula("Init", state -> {
            List<BoolExpr> conditions = new ArrayList<>();
            conditions.add(t.isSingle(state.get(OWNER)));
            conditions.add(t.isSingle(state.get(OBSERVED)));
            conditions.add(t.areEqual(state.get(GENERATION), t.value(Kind.GENERATION, 1)));
            ALL.stream()
                    .filter(variable -> !List.of(OWNER, OBSERVED, GENERATION).contains(variable))
                    .forEach(variable -> conditions.add(t.isEmpty(state.get(variable))));
            return t.allOf(conditions);
        });
    }

    /** The conjuncts of the inductive invariant. */
    List<StateFormula> inductive() {
        return List.of(
                new StateFormula("Covered", this::coversSleepers),
                new StateFormula("Enlisted", this::enlistsSleepers),
                new StateFormula("OverWhenSeen", this::isOverWhenSeen),
                new StateFormula("GenerationTellsUse", this::tellsUse),
                new StateFormula("ResultIsOutcome", this::hasOutcomeAsResult),
                new StateFormula("GotIsOwn", this::gotOwnResult),
                new StateFormula("OwnerWaitsForOwn", this::ownerWaitsForOwn),
                new StateFormula("UseEndsOnce", this::endsOnce),
                new StateFormula("PointsApart", this::pointsApart));
    }

    /** What it implies. */
    List<StateFormula> properties() {
        return List.of(
                new StateFormula("NoLostCompletion", this::losesNoCompletion),
                new StateFormula("ReturnsOnlyWhenOver", this::returnsOnlyWhenOver),
                new StateFormula("NeverAnothersResult", this::givesNoOthersResult),
                new StateFormula("OnlyOwnerReclaims", this::onlyOwnerReclaims),
                new StateFormula("CompletedHasResult", this::hasResultWhenCompleted));
    }

    /** What every step has. */
    List<ChangeFormula> stepProperties() {
        return List.of(
                new ChangeFormula("LegalTransitions", this::isLegal),
                new ChangeFormula(
                        "GenerationNeverDecreases",
                        (before, after) -> t.isAtMost(before.get(GENERATION), after.get(GENERATION))));
    }

    private BoolExpr isState(Valuation state, int value) {
        return t.areEqual(state.get(STATE), t.number(value));
    }

    private BoolExpr isCompleted(Valuation state) {
        return t.isAtMost(t.number(COMPLETED_SHARED), state.get(STATE));
    }

    /** Sessions whose use is over, by the count of uses. */
    private BitVecExpr over(Valuation state) {
        BitVecExpr earlier = t.complement(state.get(AWAITS_THIS_USE));
        BoolExpr all = t.or(isCompleted(state), isState(state, IDLE));
        return t.choose(all, t.complement(t.nobody()), earlier);
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

    private BitVecExpr afterWait(Valuation state) {
        return sets.inAnyOf(state, POINTS_AFTER_WAIT);
    }

    private BoolExpr isOverWhenSeen(Valuation state) {
        BitVecExpr knows = t.union(state.get(SEEN), state.get(AT_CANCEL_SLEEP), afterWait(state));
        return t.and(t.isSubset(knows, over(state)), t.isSubset(state.get(SEEN), state.get(AT_LOAD_GENERATION)));
    }

    /** A reference is to the current use exactly if its generation is the handle's, until the use ends; none is ahead of it. */
    private BoolExpr tellsUse(Valuation state) {
        BitVecExpr generation = state.get(GENERATION);
        BitVecExpr awaited = state.get(AWAITED_GENERATION);
        BitVecExpr observed = state.get(OBSERVED);
        BitVecExpr thisUse = state.get(AWAITS_THIS_USE);
        BoolExpr ended = t.or(isState(state, IDLE), t.areEqual(state.get(ENDING), t.number(2)));
        BoolExpr begun = t.or(isState(state, HANDED_OUT), isState(state, DEFINED));
        BitVecExpr busy = sets.busy(state);
        return t.and(
                t.isSingle(observed),
                t.not(t.isEmpty(generation)),
                t.isAtMost(awaited, generation),
                t.areEqual(t.flag(t.isEmpty(awaited)), t.flag(t.not(t.meets(observed, busy)))),
                t.areEqual(sets.current(state), state.get(CURRENT)),
                t.areEqual(state.get(CURRENT), t.choose(ended, t.nobody(), thisUse)),
                t.isSubset(thisUse, busy),
                t.implies(begun, t.isEmpty(thisUse)));
    }

    /** The result is the outcome of the use from its end until the handle is idle, and before that none. */
    private BoolExpr hasOutcomeAsResult(Valuation state) {
        BitVecExpr outcome = state.get(OUTCOME);
        BitVecExpr thisUse = state.get(AWAITS_THIS_USE);
        BoolExpr idle = isState(state, IDLE);
        BoolExpr none = t.areEqual(outcome, t.number(NONE));
        BoolExpr ok = t.areEqual(outcome, t.number(OK));
        BoolExpr enoent = t.areEqual(outcome, t.number(ENOENT));
        BoolExpr hasEnded = t.isAtMost(t.number(COMPLETED_IO), state.get(STATE));
        return t.and(
                t.or(none, ok, enoent),
                t.areEqual(state.get(RESULT), t.choose(idle, t.number(NONE), outcome)),
                t.or(idle, t.areEqual(t.flag(none), t.flag(t.not(hasEnded)))),
                t.areEqual(t.both(thisUse, state.get(ENDED_OK)), t.onlyIf(ok, thisUse)),
                t.areEqual(t.both(thisUse, state.get(ENDED_ENOENT)), t.onlyIf(enoent, thisUse)),
                t.not(t.meets(state.get(ENDED_OK), state.get(ENDED_ENOENT))),
                t.isSubset(t.union(state.get(ENDED_OK), state.get(ENDED_ENOENT)), sets.busy(state)));
    }

    /** What a session got is its own result: as long as its reference is current, then once it has confirmed that. */
    private BoolExpr gotOwnResult(Valuation state) {
        BitVecExpr confirming = t.both(state.get(AT_CONFIRM_GENERATION), state.get(CURRENT));
        BitVecExpr sure = t.union(confirming, state.get(AT_ENDING), state.get(AT_RETURN));
        BitVecExpr got = t.union(state.get(GOT_OK), state.get(GOT_ENOENT));
        return t.and(
                t.isSubset(t.both(sure, state.get(GOT_OK)), state.get(ENDED_OK)),
                t.isSubset(t.both(sure, state.get(GOT_ENOENT)), state.get(ENDED_ENOENT)),
                t.isSubset(t.both(state.get(OWNER), t.union(state.get(AT_ENDING), state.get(AT_RETURN))), got),
                t.isSubset(got, t.union(state.get(AT_CONFIRM_GENERATION), state.get(AT_ENDING), state.get(AT_RETURN))));
    }

    /** An owner ends no use while it waits for it, so its reference stays current until it reclaims. */
    private BoolExpr ownerWaitsForOwn(Valuation state) {
        BitVecExpr owner = state.get(OWNER);
        BitVecExpr ending = state.get(AT_ENDING);
        BitVecExpr ownerWaits = t.both(owner, sets.busy(state));
        BitVecExpr ownerBefore = t.without(ownerWaits, t.union(ending, state.get(AT_RETURN)));
        BoolExpr notEnding = t.isEmpty(state.get(ENDING));
        return t.and(
                t.isSingle(owner),
                t.isSubset(t.union(ending, state.get(AT_RECLAIM)), owner),
                t.not(t.meets(owner, t.union(state.get(AT_READ_RESULT), state.get(AT_CONFIRM_GENERATION)))),
                t.isSubset(ownerBefore, state.get(AWAITS_THIS_USE)),
                t.implies(t.not(t.isEmpty(ownerBefore)), t.and(notEnding, t.not(isState(state, IDLE)))),
                t.implies(t.not(notEnding), t.isSubset(ownerWaits, ending)),
                t.implies(t.not(t.isEmpty(ending)), t.and(t.not(notEnding), isState(state, COMPLETED_LOCAL))));
    }

    private BoolExpr endsOnce(Valuation state) {
        BitVecExpr ending = state.get(ENDING);
        BoolExpr endable = t.or(isState(state, HANDED_OUT), isState(state, COMPLETED_LOCAL));
        return t.and(
                t.implies(t.not(t.isEmpty(ending)), endable),
                t.implies(isState(state, COMPLETED_LOCAL), t.not(t.isEmpty(ending))),
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
        BitVecExpr unprepared = t.union(state.get(AT_PREPARE_TO_SLEEP), afterWait(state));
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

    /** A wait gives the result of its own use or none, to the owner always its own. */
    private BoolExpr givesNoOthersResult(Valuation state) {
        BitVecExpr returning = state.get(AT_RETURN);
        BitVecExpr ok = t.both(returning, state.get(GOT_OK));
        BitVecExpr enoent = t.both(returning, state.get(GOT_ENOENT));
        return t.and(
                t.isSubset(ok, state.get(ENDED_OK)),
                t.isSubset(enoent, state.get(ENDED_ENOENT)),
                t.isSubset(t.both(returning, state.get(OWNER)), t.union(ok, enoent)));
    }

    /** Who ends the use of a handle owns it. */
    private BoolExpr onlyOwnerReclaims(Valuation state) {
        return t.isSubset(t.union(state.get(AT_RECLAIM), state.get(AT_ENDING)), state.get(OWNER));
    }

    /** A completed handle has its result. */
    private BoolExpr hasResultWhenCompleted(Valuation state) {
        return t.implies(isCompleted(state), t.not(t.isEmpty(state.get(RESULT))));
    }

    private BoolExpr isLegal(Valuation before, Valuation after) {
        List<BoolExpr> legal = new ArrayList<>(List.of(t.areEqual(before.get(STATE), after.get(STATE))));
        for (int from = IDLE; from <= COMPLETED_LOCAL; from++) {
            for (int to : NEXT_STATES.get(from)) {
                legal.add(t.and(isState(before, from), isState(after, to)));
            }
        }
        return t.anyOf(legal);
    }
}
