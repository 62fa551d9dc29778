package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.completion.CompletionSystem;
import dev.latchwork.tla.proof.ring.SubmissionQueueSystem;
import dev.latchwork.tla.proof.worker.ExitVariant;
import dev.latchwork.tla.proof.worker.WakeupFormula;
import dev.latchwork.tla.proof.worker.WorkerMethodSystem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A system that is proved.
 *
 * @param subject the subject of its checks
 * @param system makes its formulas
 */
record ProofCase(String subject, Function<Terms, TransitionSystem> system) {
    static final ProofCase REFERENCE = worker("reference", WakeupFormula.FAN_OUT_POLICY, ExitVariant.ONE_IDLE_PEER);
    static final ProofCase EXACT = worker("exact", WakeupFormula.EXACT_POLICY, ExitVariant.ONE_IDLE_PEER);
    static final ProofCase HAND_OVER_ALL = worker("hand-over-all", WakeupFormula.FAN_OUT_POLICY, ExitVariant.ALL_PEERS);
    static final ProofCase EXACT_HAND_OVER_ALL =
            worker("exact-hand-over-all", WakeupFormula.EXACT_POLICY, ExitVariant.ALL_PEERS);
    static final ProofCase POOL = new ProofCase("reference", WorkerMethodSystem::pool);

    static final ProofCase RING = new ProofCase("reference", SubmissionQueueSystem::of);

    static final ProofCase COMPLETION = new ProofCase("reference", CompletionSystem::of);

    static final List<ProofCase> WORKER_METHOD = List.of(REFERENCE, EXACT, HAND_OVER_ALL, EXACT_HAND_OVER_ALL);

    /** All of them. */
    static List<ProofCase> all() {
        return Stream.concat(WORKER_METHOD.stream(), Stream.of(POOL, RING, COMPLETION))
                .toList();
    }

    private static ProofCase worker(String subject, WakeupFormula wakeup, ExitVariant exit) {
        return new ProofCase(subject, t -> WorkerMethodSystem.of(t, wakeup, exit));
    }
}
