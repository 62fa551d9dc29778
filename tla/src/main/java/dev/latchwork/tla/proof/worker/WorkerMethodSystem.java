package dev.latchwork.tla.proof.worker;

import dev.latchwork.tla.proof.SymbolicAction;
import dev.latchwork.tla.proof.Terms;
import dev.latchwork.tla.proof.TransitionSystem;
import java.util.List;
import java.util.stream.Stream;

/** The worker method of {@code docs/protocol.md} as formulas over sets of 32 workers. Stateless. */
public final class WorkerMethodSystem {
    /*
     * Overview
     * 1 What it is: every action of the protocol, and an inductive invariant that implies WorkConserving and
     *   NoLostWakeup, for a registry of 32 slots and any number of submitters.
     * 2 Corresponds to: WorkerMethod's Next without the contents of queue, hand, leftover and io, which are the ring's
     *   proof. The order and grouping of the actions is that of the model's.
     * 3 Representation: one bit per slot. point is one set for each program point. A sequence, bag or function of debts
     *   is the set of its targets:
     *
     *     submitterOwed, of any number of submitters   -> owed by submitters
     *     owed, of all workers                         -> owed by workers
     *     leavers, by what they owe                    -> owed by leavers, how many owe something, how many nothing
     *
     *   That is sound. To every step of the protocol belongs a step here: choosing adds a target to the set, whether or
     *   not it was there; delivering sets the latch and either takes the target out, or leaves it in because another debtor
     *   owes it too. Which of the two a set does not tell, so the action may do either ("owed by another too"), and so it
     *   is with a debtor's last wakeup ("owes nothing more"). Nothing in the state counts submitters, and Submit's guard
     *   asks for none that is ready: what holds here holds for any number, one that is between two actions included.
     *   The invariant and the properties see debts only as "somebody owes w", which the set does tell.
     * 4 Invariants: WorkConserving needs these facts beside it. PointsPartitionInUse; IdleMayLook: to choose an idle worker
     *   is to make somebody look; WaitersAccounted: nobody sleeps where no chooser sees him, which is what makes
     *   NoLostWakeup follow; UnderWayWillLook, for the policy exact: whoever is counted on will look; NoNullLatch. Of the
     *   pool RunningInBounds is proved, so that a worker that starts finds a slot.
     * 5 Guards and lock order: a critical section is one action, as everywhere.
     * 6 Linearization points: none.
     * 7 Memory ordering: none; a latch is one bit, as in the specification.
     * 8 Blocking and wakeup argument: this is it. Safety only: that a worker on its way arrives is fairness, which TLC and
     *   the model check.
     * 9 Departures, gaps, references: 32 slots, a ring of 64 and batches of 32 are fixed, as they are in the patch; pool
     *   size and number of I/Os, submitters, reloads, interrupts and failures are not. The budget counters of the model
     *   have no counterpart: guards here are wider. Reload allows 0, as closing the instance does.
     */
    private WorkerMethodSystem() {}

    /** The worker method with these decisions, at PostgreSQL's limits. */
    public static TransitionSystem of(Terms t, WakeupFormula wakeup, ExitVariant exit) {
        return of(t, wakeup, exit, WorkerLimits.POSTGRES);
    }

    /** The worker method with these decisions and limits. */
    public static TransitionSystem of(Terms t, WakeupFormula wakeup, ExitVariant exit, WorkerLimits limits) {
        WorkerInvariants invariants = new WorkerInvariants(t, limits);
        return new TransitionSystem(
                "WorkerMethod",
                WorkerVariables.ALL,
                invariants.initial(),
                actions(t, wakeup, exit, limits),
                invariants.inductive(),
                invariants.properties(),
                List.of());
    }

    /**
     * The same actions, and what is true of the pool's numbers. Apart, because to count the members of a set costs the
     * prover more than all the rest, and the reference's policies say nothing about it.
     */
    public static TransitionSystem pool(Terms t) {
        WorkerInvariants invariants = new WorkerInvariants(t, WorkerLimits.POSTGRES);
        return new TransitionSystem(
                "WorkerPool",
                WorkerVariables.ALL,
                invariants.initial(),
                actions(t, WakeupFormula.FAN_OUT_POLICY, ExitVariant.ONE_IDLE_PEER, WorkerLimits.POSTGRES),
                invariants.inductiveForPool(),
                invariants.propertiesOfPool(),
                List.of());
    }

    private static List<SymbolicAction> actions(Terms t, WakeupFormula wakeup, ExitVariant exit, WorkerLimits limits) {
        return Stream.of(
                        new SubmitterFormulas(t, limits).actions(),
                        new WorkerFormulas(t, wakeup, exit).actions(),
                        new LeaverFormulas(t).actions(),
                        new PoolFormulas(t).actions())
                .<SymbolicAction>flatMap(actions -> actions)
                .toList();
    }
}
