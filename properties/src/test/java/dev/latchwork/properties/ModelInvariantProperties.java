package dev.latchwork.properties;

import dev.latchwork.model.HandOver;
import dev.latchwork.model.Invariant;
import dev.latchwork.model.Invariants;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WorkerAction;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random walks through the model, also in worlds that are too large to be searched. A walk sees little of such a world:
 * the exhaustive searches prove, this looks where they cannot.
 */
class ModelInvariantProperties {
    private static final List<Invariant> ALL_BUT_WORK_CONSERVING = Invariants.ALL.stream()
            .filter(invariant -> !invariant.equals(Invariants.WORK_CONSERVING))
            .toList();

    /**
     * Every state on every walk has all invariants, and where nothing can happen any more, every I/O is completed. Kills
     * fault A, fault B and M05, below. The floors say in how many walks at least each of the rarer things happens, among
     * them what the invariants are about.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariants/reference", budget = Budget.MODEL, unit = "steps")
    void referenceKeepsAllInvariants(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        Walker walker = judge(walk, Variant.REFERENCE);
        Floor.atLeast(60, "came to the end", walker.ended());
        Floor.atLeast(30, "queue full", walker.did(SubmitterAction.PerformSynchronously.class));
        Floor.atLeast(15, "fan-out", walker.did(WorkerAction.WakePeer.class));
        Floor.atLeast(15, "reopen failed", walker.did(WorkerAction.CompleteFailed.class));
        Floor.atLeast(4, "shrunk", walker.did(PoolAction.RequestShutdown.class));
        Floor.atLeast(10, "handed over", walker.did(LeaverAction.HandOver.class));
    }

    /** The same property sees that a worker leaves its idle bit set when it exits. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariants/seed-A", budget = Budget.MODEL, unit = "steps")
    void faultAIsFoundOut(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        judge(walk, Variant.SEED_A);
    }

    /** The same property sees that a worker takes a wakeup with it when it exits. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariants/seed-B", budget = Budget.MODEL, unit = "steps")
    void faultBIsFoundOut(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        judge(walk, Variant.SEED_B);
    }

    /** The same property sees that a worker which consumed wakes nobody (M05). */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariants/M05", budget = Budget.MODEL, unit = "steps")
    void missingFanOutIsFoundOut(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        judge(walk, Variant.REFERENCE.fanOut(0));
    }

    /**
     * The same with exact accounting of wakeups.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariantsExact/exact", budget = Budget.MODEL_VARIANT, unit = "steps")
    void exactAccountingKeepsAllInvariants(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        Walker walker = judge(walk, Variant.EXACT);
        Floor.atLeast(60, "came to the end", walker.ended());
        Floor.atLeast(10, "fan-out", walker.did(WorkerAction.WakePeer.class));
        Floor.atLeast(10, "handed over", walker.did(LeaverAction.HandOver.class));
    }

    /** The same property sees that a worker which consumed wakes nobody (M05). */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariantsExact/M05", budget = Budget.MODEL_VARIANT, unit = "steps")
    void missingFanOutIsFoundOutWithExactAccounting(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        judge(walk, Variant.EXACT.fanOut(0));
    }

    /**
     * The same with the decisions of PostgreSQL 19, which gives up {@code WorkConserving} on purpose and keeps all others.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariantsDamped/postgres-19", budget = Budget.MODEL_VARIANT, unit = "steps")
    void postgres19KeepsItsInvariants(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        Walker walker = judge(Protocol.of(walk.bounds(), Variant.POSTGRES_19), ALL_BUT_WORK_CONSERVING, walk);
        Floor.atLeast(60, "came to the end", walker.ended());
        Floor.atLeast(4, "fan-out", walker.did(WorkerAction.WakePeer.class));
        Floor.atLeast(4, "woke nobody", walker.did(WorkerAction.ConsumeQuietly.class));
        Floor.atLeast(10, "lock was busy", walker.did(SubmitterAction.SubmitSynchronously.class));
        Floor.atLeast(10, "handed over", walker.did(LeaverAction.HandOver.class));
    }

    /** The same property sees that a worker of PostgreSQL 19 takes a wakeup with it when it exits. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/ModelInvariantsDamped/seed-B", budget = Budget.MODEL_VARIANT, unit = "steps")
    void faultBIsFoundOutInPostgres19(@ForAll(supplier = Walk.Supplier.class) Walk walk) {
        judge(
                Protocol.of(walk.bounds(), Variant.POSTGRES_19.handOverOnExit(HandOver.NOBODY)),
                ALL_BUT_WORK_CONSERVING,
                walk);
    }

    private static Walker judge(Walk walk, Variant variant) {
        return judge(Protocol.of(walk.bounds(), variant), Invariants.ALL, walk);
    }

    private static Walker judge(Protocol protocol, List<Invariant> invariants, Walk walk) {
        Walker walker = new Walker(protocol, invariants);
        try {
            walker.walk(walk.choices());
        } finally {
            Work.did(walker.steps());
        }
        return walker;
    }
}
