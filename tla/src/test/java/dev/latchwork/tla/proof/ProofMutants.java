package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.mutants.CompletionFaults;
import dev.latchwork.tla.proof.mutants.Fault;
import dev.latchwork.tla.proof.mutants.RingFaults;
import dev.latchwork.tla.proof.mutants.WorkerFaults;
import dev.latchwork.tla.proof.ring.RingIndexes;
import dev.latchwork.tla.proof.ring.SubmissionQueueSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The mistakes that a proof has to notice, each with the step that it breaks. Stateless. */
final class ProofMutants {
    private ProofMutants() {}

    static final ProofMutant SEED_A = worker(
            "seed-A",
            "Deregister",
            WorkerFaults::keepIdleOnExit,
            "IdleOnlyRegistered",
            "IdleMayLook",
            "WorkConserving");
    static final ProofMutant SEED_B =
            worker("seed-B", "Deregister", WorkerFaults::handOverToNobody, "WorkConserving", "NoLostWakeup");
    static final ProofMutant M03 = worker("M03", "Submit", WorkerFaults::insertAll, "DepthInBounds");
    static final ProofMutant M05 = worker("M05", "Consume", WorkerFaults::wakeNoPeer, "WorkConserving");
    static final ProofMutant M40 =
            worker("M40", "Submit", WorkerFaults::submitInSilence, "WorkConserving", "NoLostWakeup");
    static final ProofMutant M42 =
            worker("M42", "Consume", WorkerFaults::busyStaysIdle, "WorkConserving", "IdleMayLook");
    static final ProofMutant M58 =
            ProofMutant.inEffect("M58", ProofCase.EXACT, "MarkIdle", WorkerFaults::staysUnderWay, "UnderWayWillLook");
    static final ProofMutant M59 =
            ProofMutant.inEffect("M59", ProofCase.EXACT, "Deregister", WorkerFaults::staysUnderWay, "UnderWayWillLook");
    static final ProofMutant M82 =
            ProofMutant.inEffect("M82", ProofCase.EXACT, "Consume", WorkerFaults::staysUnderWay, "UnderWayWillLook");
    static final ProofMutant M84 = worker(
            "M84", "Deregister", WorkerFaults::handOverToOneself, "NoNullLatch", "WorkConserving", "NoLostWakeup");
    static final ProofMutant M44 = worker("M44", "MarkIdle", WorkerFaults::sleepUnmarked, "WaitersAccounted");

    /** Three steps in another order. What is wrong shows where a worker waits after it has reset its latch. */
    static final ProofMutant M12 = new ProofMutant(
            "M12",
            ProofCase.REFERENCE,
            (t, system) -> system.changing(
                            "MarkIdle", right -> ProofMutant.withFault(t, right, WorkerFaults::markThenReset))
                    .changing("ResetLatch", right -> ProofMutant.withFault(t, right, WorkerFaults::resetThenWait))
                    .changing("Await", right -> ProofMutant.withFault(t, right, WorkerFaults::waitThenLook)),
            "NoLostWakeup",
            Map.of("ResetLatch", Set.of("WorkConserving", "NoLostWakeup", "WaitersAccounted", "UnderWayWillLook")));

    /** Not wrong as far as these properties go: only equality with the specification sees it. */
    static final ProofMutant M32 = worker("M32", "Consume", WorkerFaults::wakeOnePeer);

    static final List<ProofMutant> WORKER_METHOD =
            List.of(SEED_A, SEED_B, M03, M05, M12, M40, M42, M58, M59, M82, M84, M44);

    static final List<ProofMutant> RING = List.of(
            ring("M03", RingFaults.NEVER_FULL, "Submit (insert)", "DepthCountsQueued", "Conservation"),
            ring(
                    "M06",
                    RingFaults.STUCK_AT_THE_END,
                    "Consume",
                    "Conservation",
                    "DepthCountsQueued",
                    "SlotIsKnown",
                    "AheadIsDistance"),
            ring("M70", RingFaults.FULL_TOO_EARLY, "Submit (leave over)", "LeavesOverOnlyWhenFull"),
            ringIndexes(
                    "M71",
                    RingFaults.UNMASKED,
                    "IndexesInRing",
                    Map.of(
                            "Submit (insert)",
                            Set.of("DepthCountsQueued", "DepthInBounds", "IndexesInRing"),
                            "Consume",
                            Set.of("IndexesInRing"))),
            ProofMutant.inEffect(
                    "M72", ProofCase.RING, "Consume", RingFaults::consumeYoungest, "OldestFirst", "AheadIsDistance"),
            ProofMutant.inEffect(
                    "M73",
                    ProofCase.RING,
                    "Submit (leave over)",
                    RingFaults::moveThenTest,
                    "DepthCountsQueued",
                    "Conservation"),
            ringIndexes(
                    "M74",
                    RingFaults.WRAP_TOO_EARLY,
                    "DepthCountsQueued",
                    Map.of(
                            "Submit (insert)",
                            Set.of("Conservation", "DepthCountsQueued"),
                            "Submit (leave over)",
                            Set.of("LeavesOverOnlyWhenFull"),
                            "Consume",
                            Set.of("Conservation", "DepthCountsQueued", "SlotIsKnown", "AheadIsDistance"))),
            ProofMutant.inEffect(
                    "M57",
                    ProofCase.RING,
                    "Perform",
                    RingFaults::keepCompletedInHand,
                    "CompletesOnce",
                    "Conservation",
                    "OnePlace"),
            ProofMutant.inEffect(
                    "seed-C", ProofCase.RING, "Reopen", RingFaults::leaveWithIoInHand, "Conservation", "OnePlace"),
            ProofMutant.inEffect(
                    "M86",
                    ProofCase.RING,
                    "Submit (insert)",
                    RingFaults::insertAndLeaveOver,
                    "Conservation",
                    "LeavesOverOnlyWhenFull",
                    "OnePlace"));

    static final ProofMutant M67 = completion(
            "M67", "LoadGeneration", CompletionFaults::compareNoGeneration, "NoLostCompletion", "Covered", "Enlisted");

    /** Both ways to the end of a wait are wrong: from a first look, and from the list. */
    static final ProofMutant M64 = new ProofMutant(
            "M64",
            ProofCase.COMPLETION,
            (t, system) -> system.changing(
                            "LoadGeneration",
                            right -> ProofMutant.withFault(t, right, CompletionFaults::everybodyReclaims))
                    .changing(
                            "CancelSleep",
                            right -> ProofMutant.withFault(t, right, CompletionFaults::everybodyReclaims)),
            "OnlyOwnerReclaims",
            Map.of(
                    "LoadGeneration", Set.of("OnlyOwnerReclaims", "OwnerWaitsForOwn"),
                    "CancelSleep", Set.of("OnlyOwnerReclaims", "OwnerWaitsForOwn")));

    static final List<ProofMutant> COMPLETION = List.of(
            completion("M60", "PrepareToSleep", CompletionFaults::sleepUnchecked, "NoLostCompletion", "Covered"),
            completion("M62", "Broadcast", CompletionFaults::forgetOne, "NoLostCompletion", "Covered"),
            completion("M63", "NextGeneration", CompletionFaults::keepGeneration, "GenerationTellsUse"),
            completion("M65", "ConfirmGeneration", CompletionFaults::confirmNothing, "NeverAnothersResult", "GotIsOwn"),
            M64,
            completion(
                    "M66",
                    "CompleteShared",
                    CompletionFaults::shareBeforeResult,
                    "CompletedHasResult",
                    "ResultIsOutcome"),
            M67,
            ProofMutant.inGuard(
                    "M69",
                    ProofCase.COMPLETION,
                    "Perform",
                    CompletionFaults::takeTwice,
                    "LegalTransitions",
                    "ReturnsOnlyWhenOver",
                    "NeverAnothersResult",
                    "OverWhenSeen",
                    "GotIsOwn"),
            completion("M88", "CompleteShared", CompletionFaults::forgetBroadcast, "NoLostCompletion", "Covered"),
            completion(
                    "spec-generation-wraps",
                    "NextGeneration",
                    CompletionFaults::wrapGeneration,
                    "GenerationNeverDecreases",
                    "GenerationTellsUse"));

    static final ProofMutant STILL_STARTING = ProofMutant.inEffect(
            "spec-still-starting",
            ProofCase.POOL,
            "Register",
            WorkerFaults::stayStarting,
            "SlotForEveryWorker",
            "RunningInBounds");

    /** All of them. */
    static List<ProofMutant> all() {
        return Stream.of(WORKER_METHOD, List.of(M32, STILL_STARTING), RING, COMPLETION)
                .flatMap(List::stream)
                .toList();
    }

    private static ProofMutant worker(String id, String action, Fault fault, String... names) {
        return ProofMutant.inEffect(id, ProofCase.REFERENCE, action, fault, names);
    }

    private static ProofMutant completion(String id, String action, Fault fault, String... names) {
        return ProofMutant.inEffect(id, ProofCase.COMPLETION, action, fault, names);
    }

    /** A mistake in how both ends move: all steps are wrong that move an end, or ask where it would be. */
    private static ProofMutant ringIndexes(
            String id, RingIndexes indexes, String property, Map<String, Set<String>> broken) {
        return new ProofMutant(
                id, ProofCase.RING, (t, system) -> SubmissionQueueSystem.of(t, indexes), property, broken);
    }

    private static ProofMutant ring(String id, RingIndexes indexes, String action, String... names) {
        return new ProofMutant(
                id,
                ProofCase.RING,
                (t, system) -> SubmissionQueueSystem.of(t, indexes),
                names[0],
                Map.of(action, Set.of(names)));
    }
}
