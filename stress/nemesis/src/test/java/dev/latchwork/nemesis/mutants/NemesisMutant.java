package dev.latchwork.nemesis.mutants;

import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import dev.latchwork.mutants.M31_SetWithoutUnpark;
import dev.latchwork.mutants.M44_SleepsWithoutIdleBit;
import dev.latchwork.mutants.M70_FullOneTooEarly;
import dev.latchwork.nemesis.NemesisPlan;
import dev.latchwork.nemesis.Symptom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/** Mistakes in one seam of the shipped classes, and the plan under which each is met at once. */
public enum NemesisMutant {
    /** Consume does not advance the tail when it wraps: one I/O runs twice. */
    M06(
            NemesisPlan.FULL_QUEUE,
            seams -> seams.withNewQueue(M06_TailStaysAtWrap::new),
            Symptom.of("cannot change from")),
    /** A latch is set without unparking its owner: everybody sleeps. */
    M31(NemesisPlan.SHORT_SESSIONS, seams -> seams.withNewLatch(M31_SetWithoutUnpark::new), Symptom.HANG),
    /** A worker sleeps without its idle bit: nobody wakes it. */
    M44(NemesisPlan.SHORT_SESSIONS, seams -> seams.withNewIdleSet(M44_SleepsWithoutIdleBit::new), Symptom.HANG),
    /** A write whose target could not be reopened is reported as made: only the blocks' history tells. */
    M50(NemesisPlan.VANISHING_FILES, UnaryOperator.identity(), Symptom.of("^block")) {
        @Override
        public IoTarget target(IoTarget shipped) {
            return new NeverFails(shipped);
        }
    },
    /** The ring's full test is off by one: the run ends well, and only the queue's history tells. */
    M70(NemesisPlan.FULL_QUEUE, seams -> seams.withNewQueue(M70_FullOneTooEarly::new), Symptom.of("queue, by witness")),
    /** A worker that leaves keeps its idle bit. */
    SEED_A(NemesisPlan.BREATHING_POOL, seams -> seams.withExitPolicy(ExitVariant.SEED_A), Symptom.FAULT_A);

    private final NemesisPlan plan;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final UnaryOperator<WorkerSeams> mistake;

    @SuppressWarnings("ImmutableEnumChecker") // of a pattern, which is immutable
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

    /** What an I/O is performed on: as shipped, unless the mistake is there. */
    public IoTarget target(IoTarget shipped) {
        return shipped;
    }

    /** Opens always; what is written to a target that could not be opened is lost, and counts as written. */
    private record NeverFails(IoTarget target) implements IoTarget {
        @Override
        public OpenTarget open() throws IOException {
            try {
                return target.open();
            } catch (IOException e) {
                return new Nowhere(e);
            }
        }

        @Override
        public boolean canReopen() {
            return target.canReopen();
        }

        @Override
        public String describe() {
            return target.describe();
        }
    }

    private record Nowhere(IOException cause) implements OpenTarget {
        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            throw cause;
        }

        @Override
        public int write(ByteBuffer buffer, long offset) {
            int bytes = buffer.remaining();
            buffer.position(buffer.limit());
            return bytes;
        }

        @Override
        public boolean isCurrent() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
