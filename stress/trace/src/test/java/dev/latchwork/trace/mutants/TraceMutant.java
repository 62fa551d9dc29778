package dev.latchwork.trace.mutants;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.mutants.M05_NoFanOut;
import dev.latchwork.mutants.M70_FullOneTooEarly;
import dev.latchwork.mutants.M75_HighestIdleWorker;
import dev.latchwork.mutants.M76_WakesOneTooMany;
import java.util.function.UnaryOperator;

/** Mistakes that a real run survives, each in one seam of the shipped classes, so that only a judge of its events sees them. */
public enum TraceMutant {
    /** A worker that consumed wakes no peer. */
    M05(seams -> seams.withWakeupPolicy(new M05_NoFanOut())),
    /** A worker that consumed wakes one peer instead of two. */
    M32(seams -> seams.withWakeupPolicy(WakeupPolicy.fanOut(1))),
    /** The ring's full test is off by one: it takes one less. */
    M70(seams -> seams.withNewQueue(M70_FullOneTooEarly::new)),
    /** A submitter chooses the highest idle worker instead of the lowest. */
    M75(seams -> seams.withNewIdleSet(M75_HighestIdleWorker::new)),
    /** A worker that consumed wakes one peer more than there are I/Os for. */
    M76(seams -> seams.withWakeupPolicy(new M76_WakesOneTooMany())),
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
}
