package dev.latchwork.tla.proof.ring;

import static dev.latchwork.tla.proof.ring.RingVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.ChangeFormula;
import dev.latchwork.tla.proof.StateFormula;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is true of an I/O's places. Immutable; confined to the thread of its {@link Terms}. */
final class RingInvariants {
    private final Terms t;

    RingInvariants(Terms t) {
        this.t = t;
    }

    /** The ring is empty, wherever its ends are and whatever its slots hold; nothing is submitted. */
    StateFormula initial() {
        return new StateFormula("Init", state -> {
            List<BoolExpr> conditions = new ArrayList<>();
            conditions.add(areIndexesInRing(state));
            conditions.add(t.areEqual(state.get(HEAD), state.get(TAIL)));
            conditions.add(t.isEmpty(state.get(SLOT)));
            Stream.of(QUEUED, SUBMITTED, IN_RING, AHEAD, IN_BATCH, IN_LEFTOVER, IN_HAND)
                    .forEach(variable -> conditions.add(t.isEmpty(state.get(variable))));
            return t.allOf(conditions);
        });
    }

    List<StateFormula> inductive() {
        return List.of(
                new StateFormula("OnePlace", this::hasOnePlace),
                new StateFormula("SlotIsKnown", this::isSlotKnown),
                new StateFormula("AheadIsDistance", this::countsAhead),
                new StateFormula("DepthCountsQueued", this::countsQueued),
                new StateFormula("IndexesInRing", this::areIndexesInRing));
    }

    List<StateFormula> properties() {
        return List.of(
                new StateFormula("Conservation", this::isConserving),
                new StateFormula("CompletesOnce", this::completesOnce),
                new StateFormula("DepthCountsQueued", this::countsQueued),
                new StateFormula("DepthInBounds", state -> t.isAtMost(depth(state), t.number(SIZE - 1))));
    }

    /** What every step has. */
    List<ChangeFormula> stepProperties() {
        return List.of(
                new ChangeFormula("OldestFirst", this::consumesOldest),
                new ChangeFormula("LeavesOverOnlyWhenFull", this::leavesOverOnlyWhenFull));
    }

    /** A consume takes {@code i} exactly if nothing that was inserted before it is still queued. */
    private BoolExpr consumesOldest(Valuation before, Valuation after) {
        BoolExpr inRing = t.isTrue(before.get(IN_RING));
        BoolExpr isOldest = t.and(inRing, t.isEmpty(before.get(AHEAD)));
        BoolExpr consumed = t.isLess(after.get(QUEUED), before.get(QUEUED));
        BoolExpr isTaken = t.and(inRing, t.not(t.isTrue(after.get(IN_RING))));
        return t.and(t.implies(isTaken, t.and(isOldest, consumed)), t.implies(t.and(isOldest, consumed), isTaken));
    }

    private BoolExpr leavesOverOnlyWhenFull(Valuation before, Valuation after) {
        return t.implies(
                t.isLess(before.get(IN_LEFTOVER), after.get(IN_LEFTOVER)),
                t.areEqual(before.get(QUEUED), t.number(SIZE - 1)));
    }

    /** As many I/Os were inserted before {@code i} as there are slots from the tail to its own. */
    private BoolExpr countsAhead(Valuation state) {
        BitVecExpr distance = t.masked(t.minus(state.get(SLOT), state.get(TAIL)), t.number(SIZE - 1));
        return t.areEqual(state.get(AHEAD), t.onlyIf(t.isTrue(state.get(IN_RING)), distance));
    }

    private BoolExpr areIndexesInRing(Valuation state) {
        return t.and(t.isLess(state.get(HEAD), t.number(SIZE)), t.isLess(state.get(TAIL), t.number(SIZE)));
    }

    /** As the shipped queue computes it. */
    private BitVecExpr depth(Valuation state) {
        BitVecExpr head = state.get(HEAD);
        BitVecExpr wrapped = t.choose(t.isLess(head, state.get(TAIL)), t.plus(head, t.number(SIZE)), head);
        return t.minus(wrapped, state.get(TAIL));
    }

    /** The depth is what was inserted and not consumed, which is also the difference of the ends modulo the size. */
    private BoolExpr countsQueued(Valuation state) {
        BitVecExpr difference = t.masked(t.minus(state.get(HEAD), state.get(TAIL)), t.number(SIZE - 1));
        return t.and(t.areEqual(depth(state), state.get(QUEUED)), t.areEqual(difference, state.get(QUEUED)));
    }

    /** For each slot, whether it is one of the {@code depth} that begin at the tail and holds {@code i}. */
    private List<BoolExpr> slotsOfI(Valuation state, BitVecExpr depth) {
        BitVecExpr mask = t.number(SIZE - 1);
        List<BoolExpr> holds = new ArrayList<>();
        for (int slot = 0; slot < SIZE; slot++) {
            BitVecExpr behindTail = t.masked(t.minus(t.number(slot), state.get(TAIL)), mask);
            holds.add(t.and(t.isLess(behindTail, depth), t.isTrue(state.get(IOS.get(slot)))));
        }
        return holds;
    }

    /**
     * If {@code i} is in the ring, then in the slot into which it was inserted, and in no other. The queued slots are counted
     * here without the head, which spares the prover half of the arithmetic; DepthCountsQueued says that it is the same.
     */
    private BoolExpr isSlotKnown(Valuation state) {
        List<BoolExpr> holds = slotsOfI(state, state.get(QUEUED));
        List<BoolExpr> conditions = new ArrayList<>();
        for (int slot = 0; slot < SIZE; slot++) {
            BoolExpr known = t.and(t.isTrue(state.get(IN_RING)), t.areEqual(state.get(SLOT), t.number(slot)));
            conditions.add(t.areEqual(t.flag(holds.get(slot)), t.flag(known)));
        }
        conditions.add(t.isLess(state.get(SLOT), t.number(SIZE)));
        return t.allOf(conditions);
    }

    /** A Submitted I/O is in the ring, or in one hand, batch or leftover; any other in none of them. */
    private BoolExpr hasOnePlace(Valuation state) {
        BoolExpr inRing = t.isTrue(state.get(IN_RING));
        return isIn(state, t.not(inRing), inRing);
    }

    /** A Submitted I/O is in exactly one place, any other in none. */
    private BoolExpr isConserving(Valuation state) {
        BitVecExpr slots = t.sideBySide(slotsOfI(state, depth(state)));
        return isIn(state, t.isEmpty(slots), t.isSingle(slots));
    }

    /** Exactly one place in all if Submitted, otherwise none, given whether none or one of the ring's slots is one. */
    private BoolExpr isIn(Valuation state, BoolExpr noSlot, BoolExpr oneSlot) {
        List<BitVecExpr> numbers = List.of(state.get(IN_BATCH), state.get(IN_LEFTOVER));
        List<BoolExpr> none = new ArrayList<>(List.of(noSlot, t.isEmpty(state.get(IN_HAND))));
        List<BoolExpr> one = new ArrayList<>(List.of(oneSlot, t.isSingle(state.get(IN_HAND))));
        for (BitVecExpr number : numbers) {
            none.add(t.isEmpty(number));
            one.add(t.areEqual(number, t.number(1)));
        }
        List<BoolExpr> exactlyOne = new ArrayList<>();
        for (int place = 0; place < one.size(); place++) {
            List<BoolExpr> here = new ArrayList<>(none);
            here.set(place, one.get(place));
            exactlyOne.add(t.allOf(here));
        }
        BoolExpr submitted = t.isTrue(state.get(SUBMITTED));
        return t.and(t.implies(submitted, t.anyOf(exactlyOne)), t.implies(t.not(submitted), t.allOf(none)));
    }

    /** Who can complete it is one alone, and finds it Submitted; so no I/O completes twice. */
    private BoolExpr completesOnce(Valuation state) {
        BoolExpr inLeftover = t.not(t.isEmpty(state.get(IN_LEFTOVER)));
        BoolExpr inHand = t.not(t.isEmpty(state.get(IN_HAND)));
        BoolExpr alone = t.or(
                t.and(t.isSingle(state.get(IN_HAND)), t.not(inLeftover)),
                t.and(t.not(inHand), t.areEqual(state.get(IN_LEFTOVER), t.number(1))));
        return t.implies(t.or(inHand, inLeftover), t.and(t.isTrue(state.get(SUBMITTED)), alone));
    }
}
