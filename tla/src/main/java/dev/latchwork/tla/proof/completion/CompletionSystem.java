package dev.latchwork.tla.proof.completion;

import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.TransitionSystem;
import java.util.List;
import java.util.stream.Stream;

/** The completion side of one handle, for 32 waiting sessions and any number of uses and executors, as formulas. Stateless. */
public final class CompletionSystem {
    /*
     * Overview
     * 1 What it is: the actions that one handle and those who wait for it take, and an inductive invariant that implies
     *   NoLostCompletion, ReturnsOnlyWhenOver, NeverAnothersResult, OnlyOwnerReclaims, CompletedHasResult,
     *   LegalTransitions and GenerationNeverDecreases.
     * 2 Corresponds to: docs/completion.md, all of it.
     * 3 Representation: one handle, any one of however many, and the sessions as sets by what is true of them. A session
     *   waits for one handle at a time, and between two of them only its latch stays: that steps for another handle set
     *   and reset latches are two actions here. Generations are numbers of 64 bits: the handle's, and that of one
     *   session i of which nothing is known. Of the others a set says whose generation is the handle's; GenerationTellsUse
     *   says that the set is right about i, so it is about every session. Which use a session waits for is history, a set: a new use empties it. So "over" and "its own result" are judged by
     *   the count of uses, and a fault of the generation does not hide from them.
     *   The list is the set of its members; of the counts of broadcasts only this is kept, whom they cover, and that they
     *   may cover more when the list changes ("covered too"). Which of the listed sessions is unlinked is left open, and so
     *   is whether another broadcast is to come: broadcasts of several uses may overlap.
     * 4 Invariants: Covered: who sleeps or is about to, though its use is over, will be woken; Enlisted: who sleeps or is
     *   about to is on the list, or off it for being woken; OverWhenSeen; GenerationTellsUse: equal generations are equal
     *   uses; ResultIsOutcome; GotIsOwn; OwnerWaitsForOwn; UseEndsOnce; PointsApart.
     * 5 Guards and lock order: an action is a hold of the condition variable's lock, a store or a load.
     * 6 Linearization points: none. 7 Memory ordering: the order of stores and loads is that of the actions.
     * 8 Blocking and wakeup argument: this is it; safety only.
     * 9 Departures, gaps, references: a session's lists of staged and submitted handles are not here, so guards are wider.
     *   NextGeneration does not happen at the largest of 64 bits: a handle does not live that long.
     */
    private CompletionSystem() {}

    /** The completion side. */
    public static TransitionSystem of(Terms t) {
        CompletionInvariants invariants = new CompletionInvariants(t);
        return new TransitionSystem(
                "Completion",
                CompletionVariables.ALL,
                invariants.initial(),
                actions(t),
                invariants.inductive(),
                invariants.properties(),
                invariants.stepProperties());
    }

    private static List<SymbolicAction> actions(Terms t) {
        return Stream.of(
                        new HandleFormulas(t).actions(),
                        new BroadcastFormulas(t).actions(),
                        new WaiterFormulas(t).actions())
                .<SymbolicAction>flatMap(actions -> actions)
                .toList();
    }
}
