package dev.latchwork.trace.mutants;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.IdleWorkerSet;
import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import java.util.function.UnaryOperator;

/** Mistakes that a real run survives, each in one seam of the shipped classes, so that only a judge of its events sees them. */
public enum TraceMutant {
    /** A worker that consumed wakes no peer. */
    M05(seams -> seams.withWakeupPolicy((depth, underWay) -> 0)),
    /** A worker that consumed wakes one peer instead of two. */
    M32(seams -> seams.withWakeupPolicy(WakeupPolicy.fanOut(1))),
    /** The ring's full test is off by one: it takes one less. */
    M70(seams -> seams.withNewQueue(OneLess::new)),
    /** A submitter chooses the highest idle worker instead of the lowest. */
    M75(seams -> seams.withNewIdleSet(Highest::new)),
    /** A worker that consumed wakes one peer more than there are I/Os for. */
    M76(seams -> seams.withWakeupPolicy((depth, underWay) -> Math.min(depth + 1, 2))),
    /** A worker that leaves hands nothing over. */
    SEED_B(seams -> seams.withExitPolicy(ExitVariant.SEED_B));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final UnaryOperator<WorkerSeams> mistake;

    TraceMutant(UnaryOperator<WorkerSeams> mistake) {
        this.mistake = mistake;
    }

    /** The id under which the catalogue knows it. */
    public String id() {
        return this == SEED_B ? "seed-B" : name();
    }

    /** The shipped parts with the mistake in one of them. */
    public WorkerSeams seams() {
        return mistake.apply(WorkerSeams.reference());
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

    private static final class Highest extends IdleWorkerSet {
        @Override
        public int chooseIdle() {
            if (bits() == 0) {
                return NONE;
            }
            int worker = Long.SIZE - 1 - Long.numberOfLeadingZeros(bits());
            clear(worker);
            return worker;
        }
    }
}
