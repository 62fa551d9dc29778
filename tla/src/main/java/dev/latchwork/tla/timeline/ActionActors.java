package dev.latchwork.tla.timeline;

import java.util.List;
import java.util.Set;

/** Who takes an action, by its name and its first argument. Stateless. */
final class ActionActors {
    static final String SUPERVISOR = "supervisor";
    /** Workers that have released their slot: the specification does not know them apart. */
    static final String LEAVERS = "leavers";

    static final String ENVIRONMENT = "environment";

    private static final Set<String> OF_SUBMITTERS = Set.of(
            "Submit",
            "SubmitSynchronously",
            "SubmitSetLatch",
            "PerformSynchronously",
            "CloseSession",
            "SubmitStaged",
            "EndSynchronously",
            "ShareSynchronously",
            "WakeWorker");
    private static final Set<String> OF_SUPERVISOR = Set.of("StartWorker", "RequestShutdown", "PoolStep");
    private static final Set<String> OF_LEAVERS = Set.of("RegisterFail", "HandOver", "ExitWorker");
    private static final Set<String> OF_ENVIRONMENT = Set.of("Reload", "Interrupt", "InterruptWorker", "ResizePool");
    private static final Set<String> OF_WAITERS = Set.of("OwnerStep", "WaitStep", "WaiterStep");
    private static final Set<String> OF_EXECUTORS = Set.of(
            "Perform", "CompleteFailed", "CompleteShared", "Broadcast", "UnlinkWaiter", "WakeWaiter", "BroadcastStep");
    private static final Set<String> OF_OWNERS = Set.of("Acquire", "Release", "Define", "Stage");

    private ActionActors() {}

    /** Such as {@code worker 0}; {@code byHandles} if the module is one in which sessions and executors act. */
    static String of(String action, List<String> arguments, boolean byHandles) {
        String first = arguments.isEmpty() ? "" : " " + arguments.get(0).replace("\"", "");
        if (byHandles && OF_EXECUTORS.contains(action)) {
            return "executor" + first;
        }
        if (byHandles && OF_OWNERS.contains(action)) {
            return "owner of handle" + first;
        }
        if (OF_WAITERS.contains(action)) {
            return "session" + first;
        }
        if (OF_SUPERVISOR.contains(action)) {
            return SUPERVISOR;
        }
        if (OF_LEAVERS.contains(action)) {
            return LEAVERS;
        }
        if (OF_ENVIRONMENT.contains(action)) {
            return ENVIRONMENT;
        }
        if (byHandles) {
            return "session" + first;
        }
        return (OF_SUBMITTERS.contains(action) ? "submitter" : "worker") + first;
    }
}
