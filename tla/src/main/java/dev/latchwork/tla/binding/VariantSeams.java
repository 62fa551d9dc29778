package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.ChosenDamping;
import dev.latchwork.aio.worker.ExitPolicy;
import dev.latchwork.aio.worker.InterruptPolicy;
import dev.latchwork.aio.worker.QueueGate;
import dev.latchwork.aio.worker.StateNotation;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.IdleUpdate;
import dev.latchwork.model.SlotPolicy;
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;

/** The parts of the shipped classes that decide as a variant of the specification does. Stateless. */
final class VariantSeams {
    private record Exit(boolean clearsIdle, ExitPolicy.HandOver handOver) implements ExitPolicy {}

    private record Interrupts(boolean servedAtEveryTurn, boolean servedWithIoInHand) implements InterruptPolicy {}

    /** Sends submitters away while somebody is in. One thread takes all steps, so nobody waits here. */
    private static final class BusyGate implements QueueGate {
        private boolean busy;

        @Override
        public boolean tryEnter() {
            if (busy) {
                return false;
            }
            busy = true;
            return true;
        }

        @Override
        public void enter() {
            if (!tryEnter()) {
                throw new IllegalStateException("a worker came to a queue that was left to nobody");
            }
        }

        @Override
        public void leave() {
            busy = false;
        }
    }

    private VariantSeams() {}

    /**
     * The parts.
     *
     * @throws IllegalArgumentException if the implementation does not offer one of the variant's decisions
     */
    static WorkerSeams of(Variant variant) {
        require(variant.slots() == SlotPolicy.FOR_EVERY_POOL_SIZE, variant, "fewer slots than workers, but crashes");
        return WorkerSeams.reference()
                .withWakeupPolicy(wakeups(variant))
                .withNewQueueGate(variant.tryLock() ? BusyGate::new : () -> QueueGate.OPEN)
                .withRegisterPolicy(() -> variant.idle().onRegister() == IdleUpdate.MARK)
                .withExitPolicy(new Exit(variant.exit().idle() == IdleUpdate.CLEAR, handOver(variant)))
                .withInterruptPolicy(new Interrupts(
                        variant.interrupts().atEveryTurn(), variant.interrupts().withIoInHand()));
    }

    /**
     * Which variables a configuration of that variant keeps.
     *
     * @param ring whether it is one of MCWorkerMethodRing
     */
    static StateNotation notation(Variant variant, Bounds bounds, boolean ring) {
        return new StateNotation(
                bounds.workers(),
                variant.exit().handOver() == HandOver.ALL_PEERS,
                variant.wakeup().accounting() == Wakeups.EXACT,
                !variant.interrupts().atEveryTurn() || variant.interrupts().withIoInHand(),
                bounds.closes(),
                ring);
    }

    private static void require(boolean condition, Variant variant, String what) {
        if (!condition) {
            throw new IllegalArgumentException(variant.name() + " has what the implementation does not: " + what);
        }
    }

    private static WakeupPolicy wakeups(Variant variant) {
        int most = variant.wakeup().fanOut().peers(Integer.MAX_VALUE);
        return switch (variant.wakeup().accounting()) {
            case FAN_OUT -> WakeupPolicy.fanOut(most);
            case EXACT -> WakeupPolicy.exact(most);
            case DAMPED -> new ChosenDamping(most);
        };
    }

    private static ExitPolicy.HandOver handOver(Variant variant) {
        return switch (variant.exit().handOver()) {
            case NOBODY -> ExitPolicy.HandOver.NOBODY;
            case ONE_IDLE_PEER -> ExitPolicy.HandOver.ONE_IDLE_PEER;
            case ALL_PEERS -> ExitPolicy.HandOver.ALL_PEERS;
        };
    }
}
