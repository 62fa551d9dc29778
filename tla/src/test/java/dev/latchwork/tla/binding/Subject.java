package dev.latchwork.tla.binding;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.latch.ThreadParker;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.InterruptVariant;
import dev.latchwork.aio.worker.ProcessRunner;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.mutants.M31_SetWithoutUnpark;
import dev.latchwork.mutants.M75_HighestIdleWorker;
import dev.latchwork.mutants.M76_WakesOneTooMany;
import dev.latchwork.tla.binding.mutants.M78_ResetForgotten;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is held against the reference's graph, and must not have it: the shipped classes with one mistake. */
enum Subject {
    M05(
            "M05",
            "MCWorkerMethod_probeTwoPeers",
            Set.of("Consume"),
            parker -> parts().withWakeupPolicy(WakeupPolicy.fanOut(0))),
    M32(
            "M32",
            "MCWorkerMethod_probeTwoPeers",
            Set.of("Consume"),
            parker -> parts().withWakeupPolicy(WakeupPolicy.fanOut(1))),
    M75(
            "M75",
            "MCWorkerMethod_probeTwoPeers",
            Set.of("Submit"),
            parker -> parts().withNewIdleSet(M75_HighestIdleWorker::new)),
    M76(
            "M76",
            "MCWorkerMethod_probeTwoPeers",
            Set.of("Consume"),
            parker -> parts().withWakeupPolicy(new M76_WakesOneTooMany())),
    M78("M78", "MCWorkerMethod_small", Set.of("ResetLatch"), parker -> latches(parker, M78_ResetForgotten::new)),
    M31("M31", "MCWorkerMethod_small", Set.of(), parker -> latches(parker, M31_SetWithoutUnpark::new)),
    SEED_A(
            "seed-A",
            "MCWorkerMethod_resize",
            Set.of("Deregister"),
            parker -> parts().withExitPolicy(ExitVariant.SEED_A)),
    SEED_B(
            "seed-B",
            "MCWorkerMethod_resize",
            Set.of("Deregister"),
            parker -> parts().withExitPolicy(ExitVariant.SEED_B)),
    SEED_E(
            "seed-E",
            "MCWorkerMethod_exits",
            Set.of("CheckInterrupts"),
            parker -> parts().withInterruptPolicy(InterruptVariant.SEED_E));

    private final String id;
    private final String cfg;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> actions;

    @SuppressWarnings("ImmutableEnumChecker") // pure functions
    private final Function<Supplier<Parker>, WorkerSeams> seams;

    Subject(String id, String cfg, Set<String> actions, Function<Supplier<Parker>, WorkerSeams> seams) {
        this.id = id;
        this.cfg = cfg;
        this.actions = actions;
        this.seams = seams;
    }

    private static WorkerSeams parts() {
        return WorkerSeams.reference();
    }

    private static WorkerSeams latches(Supplier<Parker> parker, Function<Parker, Latch> latch) {
        return parts().withNewLatch(() -> latch.apply(parker.get()));
    }

    static Subject of(String id) {
        return Arrays.stream(values())
                .filter(subject -> subject.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is none of " + Arrays.toString(values())));
    }

    /** The configuration in whose graph the mistake shows. */
    BoundConfiguration configuration() throws IOException {
        return BoundConfiguration.of(cfg);
    }

    /**
     * The actions that differ: all that the classes do and the specification does not, in states that the specification has.
     * Empty if the steps are the same and only a thread shows the mistake.
     */
    Set<String> actions() {
        return actions;
    }

    /** Stepped by the caller. */
    BoundedMethod newMethod(BoundConfiguration configuration) {
        return configuration.newMethod(seams.apply(ThreadParker::new), ProcessRunner.CALLER);
    }

    /** On threads. */
    BoundedMethod newMethod(BoundConfiguration configuration, ProcessThreads threads) {
        WorkerSeams parts = seams.apply(ProcessThreads::newParker);
        boolean ownLatches = this == M78 || this == M31;
        WorkerSeams seen = ownLatches
                ? parts.withNewSupervisorLatch(() -> new Latch(ProcessThreads.newParker()))
                : ProcessThreads.seams(parts);
        return configuration.newMethod(seen, threads);
    }

    @Override
    public String toString() {
        return id;
    }
}
