package dev.latchwork.nemesis.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.IdleWorkerSet;
import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.nemesis.NemesisPlan;
import dev.latchwork.nemesis.Symptom;
import java.util.function.UnaryOperator;

/** Mistakes in one seam of the shipped classes, and the plan under which each is met at once. */
public enum NemesisMutant {
    /** Consume does not advance the tail when it wraps: one I/O runs twice. */
    M06(NemesisPlan.FULL_QUEUE, seams -> seams.withNewQueue(TailStaysAtWrap::new), Symptom.of("cannot change from")),
    /** A latch is set without unparking its owner: everybody sleeps. */
    M31(NemesisPlan.SHORT_SESSIONS, seams -> seams.withNewLatch(SetWithoutUnpark::new), Symptom.HANG),
    /** A worker sleeps without its idle bit: nobody wakes it. */
    M44(NemesisPlan.SHORT_SESSIONS, seams -> seams.withNewIdleSet(SleepsWithoutIdleBit::new), Symptom.HANG),
    /** The ring's full test is off by one: the run ends well, and only the queue's history tells. */
    M70(NemesisPlan.FULL_QUEUE, seams -> seams.withNewQueue(OneLess::new), Symptom.of("queue, by witness")),
    /** A worker that leaves keeps its idle bit. */
    SEED_A(NemesisPlan.DYING_WORKERS, seams -> seams.withExitPolicy(ExitVariant.SEED_A), Symptom.FAULT_A);

    private final NemesisPlan plan;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final UnaryOperator<WorkerSeams> mistake;

    private final Symptom symptom;

    NemesisMutant(NemesisPlan plan, UnaryOperator<WorkerSeams> mistake, Symptom symptom) {
        this.plan = plan;
        this.mistake = mistake;
        this.symptom = symptom;
    }

    /** How it shows. */
    public Symptom symptom() {
        return symptom;
    }

    /** The id under which the catalogue knows it. */
    public String id() {
        return this == SEED_A ? "seed-A" : name();
    }

    /** What it is run under. */
    public NemesisPlan plan() {
        return plan;
    }

    /** The shipped parts with the mistake in one of them. */
    public WorkerSeams seams() {
        return mistake.apply(WorkerSeams.reference());
    }

    private static final class TailStaysAtWrap extends SubmissionQueue {
        TailStaysAtWrap(int minimumSize) {
            super(minimumSize);
        }

        @Override
        protected int advanceTail(int index) {
            int next = super.advanceTail(index);
            return next == 0 ? index : next;
        }
    }

    private static final class SetWithoutUnpark extends Latch {
        @Override
        public void set() {
            setNeedsUnpark();
        }
    }

    private static final class SleepsWithoutIdleBit extends IdleWorkerSet {
        @Override
        public void markIdle(int worker) {
            // The mistake.
        }
    }

    private static final class OneLess extends SubmissionQueue {
        OneLess(int minimumSize) {
            super(minimumSize);
        }

        @Override
        protected boolean isFull(int newHead, int currentTail) {
            return super.isFull(newHead, currentTail) || super.isFull(advanceHead(newHead), currentTail);
        }
    }
}
