package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.mutants.WorkerFaults;
import java.util.List;

/** The mistakes that a proof has to notice, each with the step that it breaks. Stateless. */
final class ProofMutants {
    private ProofMutants() {}

    static final ProofMutant SEED_A = new ProofMutant(
            "seed-A",
            ProofCase.REFERENCE,
            "Deregister",
            WorkerFaults::keepIdleOnExit,
            List.of("IdleOnlyRegistered", "IdleMayLook", "WorkConserving"));

    static final ProofMutant SEED_B = new ProofMutant(
            "seed-B",
            ProofCase.REFERENCE,
            "Deregister",
            WorkerFaults::handOverToNobody,
            List.of("WorkConserving", "NoLostWakeup"));

    static final ProofMutant M05 =
            new ProofMutant("M05", ProofCase.REFERENCE, "Consume", WorkerFaults::wakeNoPeer, List.of("WorkConserving"));

    static final ProofMutant M80 = new ProofMutant(
            "M80",
            ProofCase.REFERENCE,
            "Submit",
            WorkerFaults::submitInSilence,
            List.of("WorkConserving", "NoLostWakeup"));

    static final List<ProofMutant> ALL = List.of(
            SEED_A,
            SEED_B,
            new ProofMutant("M03", ProofCase.REFERENCE, "Submit", WorkerFaults::insertAll, List.of("DepthInBounds")),
            M05,
            M80,
            new ProofMutant(
                    "M81",
                    ProofCase.REFERENCE,
                    "Consume",
                    WorkerFaults::busyStaysIdle,
                    List.of("WorkConserving", "IdleMayLook")),
            new ProofMutant(
                    "M82", ProofCase.EXACT, "Consume", WorkerFaults::staysUnderWay, List.of("UnderWayWillLook")),
            new ProofMutant(
                    "M83", ProofCase.EXACT, "Deregister", WorkerFaults::staysUnderWay, List.of("UnderWayWillLook")),
            new ProofMutant(
                    "M84",
                    ProofCase.REFERENCE,
                    "Deregister",
                    WorkerFaults::handOverToOneself,
                    List.of("NoNullLatch", "WorkConserving", "NoLostWakeup")),
            new ProofMutant(
                    "M85", ProofCase.REFERENCE, "MarkIdle", WorkerFaults::sleepUnmarked, List.of("WaitersAccounted")));

    static final ProofMutant STILL_STARTING = new ProofMutant(
            "spec-still-starting",
            ProofCase.POOL,
            "Register",
            WorkerFaults::stayStarting,
            List.of("SlotForEveryWorker", "RunningInBounds"));

    /** Not wrong as far as these properties go: only equality with the specification sees it. */
    static final ProofMutant M32 =
            new ProofMutant("M32", ProofCase.REFERENCE, "Consume", WorkerFaults::wakeOnePeer, List.of());
}
