package dev.latchwork.tla.proof.ring;

import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.TransitionSystem;

/** The ring of handle ids, and where an I/O is in it and outside it, as formulas. Stateless. */
public final class SubmissionQueueSystem {
    /*
     * Overview
     * 1 What it is: every action that moves an I/O, and an inductive invariant that says that a Submitted I/O is in exactly
     *   one place, and that the ring gives the oldest first.
     * 2 Corresponds to: pgaio_worker_submission_queue_insert, _consume, _depth; Conservation and CompletesOnce of
     *   WorkerMethod, over the ring instead of a sequence.
     * 3 Representation: head, tail and 64 slots, as in the patch, in PostgreSQL's sense: insert at head, consume at tail.
     *   The I/O i is any handle id, and always the same: nothing is known of it, so what is proved of i is proved of every
     *   I/O. Nobody looks at a handle id in a slot, except to hand it on; so of each slot only this matters, whether its
     *   id is i. The other places of i are counted without saying whose they are: hands as a set of workers, batches
     *   and leftovers as numbers, of however many submitters.
     *   Two history variables, which nothing reads, say whether and in which slot i is: to count 64 slots in every step
     *   costs the prover a hundred times as much as to say that no other slot has it.
     *   A third counts what was inserted before i and is not consumed: i is the oldest when that is 0. Since i is any I/O,
     *   so is what OldestFirst says of it.
     * 4 Invariants: OnePlace, SlotIsKnown, AheadIsDistance, DepthCountsQueued, IndexesInRing. Conservation, which counts the
     *   slots, follows.
     * 5 Guards and lock order: Submit is several steps here: an I/O is prepared, which the patch does before it takes the
     *   lock, and then inserted or left over. A lock hold that inserts a batch is a sequence of such steps with nothing
     *   between them; what every step keeps, the sequence keeps. So the size of a batch does not matter.
     * 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none; who wakes whom is WorkerMethodSystem's.
     * 9 Departures, gaps, references: that a worker which looks
     *   has nothing in hand is a guard here; WorkerMethodSystem's PointsPartitionInUse and TypeOK give it.
     */
    private SubmissionQueueSystem() {}

    /** The ring as the patch has it. */
    public static TransitionSystem of(Terms t) {
        return of(t, RingIndexes.REFERENCE);
    }

    /** The ring with these ends. */
    public static TransitionSystem of(Terms t, RingIndexes indexes) {
        RingInvariants invariants = new RingInvariants(t);
        return new TransitionSystem(
                "SubmissionQueue",
                RingVariables.ALL,
                invariants.initial(),
                new RingFormulas(t, indexes).actions(),
                invariants.inductive(),
                invariants.properties(),
                invariants.stepProperties());
    }
}
