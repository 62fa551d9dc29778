package dev.latchwork.tla.proof.ring;

import static dev.latchwork.tla.proof.ring.RingVariables.*;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.Valuation;
import dev.latchwork.tla.proof.Variable;
import java.util.List;

/** What happens to an I/O, as formulas. Immutable; confined to the thread of its {@link Terms}. */
final class RingFormulas {
    private final Terms t;
    private final RingIndexes indexes;

    RingFormulas(Terms t, RingIndexes indexes) {
        this.t = t;
        this.indexes = indexes;
    }

    List<SymbolicAction> actions() {
        SymbolicAction.Guard holdsIt = (before, given) -> t.meets(given.get(WORKER), before.get(IN_HAND));
        return List.of(
                new SymbolicAction("Submit (prepare)", List.of(IS_I), this::canPrepare, this::prepare),
                new SymbolicAction("Submit (insert)", List.of(IS_I), this::canInsert, this::insert),
                new SymbolicAction("Submit (leave over)", List.of(IS_I), this::canLeaveOver, this::leaveOver),
                new SymbolicAction("PerformSynchronously", List.of(), this::isLeftOver, this::performSynchronously),
                new SymbolicAction("Consume", List.of(WORKER), this::canConsume, this::consume),
                // A reopen, and a reopen that fails, leave the I/O where it is.
                new SymbolicAction("Reopen", List.of(WORKER), holdsIt, (before, given) -> before),
                new SymbolicAction("ReopenFail", List.of(WORKER), holdsIt, (before, given) -> before),
                new SymbolicAction("Perform", List.of(WORKER), holdsIt, this::complete),
                new SymbolicAction("CompleteFailed", List.of(WORKER), holdsIt, this::complete));
    }

    private Valuation oneMore(Valuation state, Variable places, BoolExpr condition) {
        return state.with(places, t.choose(condition, t.increment(state.get(places)), state.get(places)));
    }

    private Valuation oneLess(Valuation state, Variable places, BoolExpr condition) {
        return state.with(places, t.choose(condition, t.decrement(state.get(places)), state.get(places)));
    }

    private BoolExpr canPrepare(Valuation before, Valuation given) {
        return t.not(t.and(t.isTrue(given.get(IS_I)), t.isTrue(before.get(SUBMITTED))));
    }

    private Valuation prepare(Valuation before, Valuation given) {
        BoolExpr observed = t.isTrue(given.get(IS_I));
        Valuation next = oneMore(before, IN_BATCH, observed);
        return next.with(SUBMITTED, t.flag(t.or(observed, t.isTrue(before.get(SUBMITTED)))));
    }

    /** Of other I/Os this state does not tell whether they are in a batch, so it allows that. */
    private BoolExpr isInBatch(Valuation before, Valuation given) {
        return t.implies(t.isTrue(given.get(IS_I)), t.not(t.isEmpty(before.get(IN_BATCH))));
    }

    private BoolExpr isFull(Valuation before) {
        return indexes.isFull(t, indexes.advanceHead(t, before.get(HEAD)), before.get(TAIL));
    }

    private BoolExpr canInsert(Valuation before, Valuation given) {
        return t.and(isInBatch(before, given), t.not(isFull(before)));
    }

    private Valuation insert(Valuation before, Valuation given) {
        BitVecExpr io = given.get(IS_I);
        BoolExpr observed = t.isTrue(io);
        Valuation next = oneLess(before, IN_BATCH, observed)
                .with(IN_RING, t.flag(t.or(observed, t.isTrue(before.get(IN_RING)))))
                .with(SLOT, t.choose(observed, before.get(HEAD), before.get(SLOT)))
                .with(AHEAD, t.choose(observed, before.get(QUEUED), before.get(AHEAD)));
        for (int slot = 0; slot < SIZE; slot++) {
            BoolExpr here = t.areEqual(before.get(HEAD), t.number(slot));
            Variable content = IOS.get(slot);
            next = next.with(content, t.choose(here, io, before.get(content)));
        }
        return next.with(HEAD, indexes.advanceHead(t, before.get(HEAD))).with(QUEUED, t.increment(before.get(QUEUED)));
    }

    private BoolExpr canLeaveOver(Valuation before, Valuation given) {
        return t.and(isInBatch(before, given), isFull(before));
    }

    private Valuation leaveOver(Valuation before, Valuation given) {
        BoolExpr observed = t.isTrue(given.get(IS_I));
        return oneMore(oneLess(before, IN_BATCH, observed), IN_LEFTOVER, observed);
    }

    private BoolExpr isLeftOver(Valuation before, Valuation given) {
        return t.not(t.isEmpty(before.get(IN_LEFTOVER)));
    }

    private Valuation performSynchronously(Valuation before, Valuation given) {
        return oneLess(before, IN_LEFTOVER, t.always()).with(SUBMITTED, t.value(SUBMITTED.kind(), 0));
    }

    /** A worker that looks has nothing in hand. */
    private BoolExpr canConsume(Valuation before, Valuation given) {
        return t.and(
                t.not(t.areEqual(before.get(TAIL), before.get(HEAD))),
                t.not(t.meets(given.get(WORKER), before.get(IN_HAND))));
    }

    private Valuation consume(Valuation before, Valuation given) {
        BoolExpr observed = t.isTrue(oldest(before));
        return before.with(IN_HAND, t.union(before.get(IN_HAND), t.onlyIf(observed, given.get(WORKER))))
                .with(IN_RING, t.flag(t.and(t.not(observed), t.isTrue(before.get(IN_RING)))))
                .with(AHEAD, t.excess(before.get(AHEAD), t.number(1)))
                .with(TAIL, indexes.advanceTail(t, before.get(TAIL)))
                .with(QUEUED, t.decrement(before.get(QUEUED)));
    }

    private BitVecExpr oldest(Valuation state) {
        BitVecExpr oldest = state.get(IOS.get(0));
        for (int slot = 1; slot < SIZE; slot++) {
            oldest = t.choose(t.areEqual(state.get(TAIL), t.number(slot)), state.get(IOS.get(slot)), oldest);
        }
        return oldest;
    }

    private Valuation complete(Valuation before, Valuation given) {
        return before.with(IN_HAND, t.without(before.get(IN_HAND), given.get(WORKER)))
                .with(SUBMITTED, t.value(SUBMITTED.kind(), 0));
    }
}
