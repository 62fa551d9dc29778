package dev.latchwork.tla.timeline;

import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a state in which I/Os are queued and nobody comes for them why nobody does. Stateless. */
final class StandstillInWords {
    private StandstillInWords() {}

    /**
     * The sentence; empty if no I/O is queued, or if somebody is on the way.
     *
     * @param state after the steps
     */
    static Optional<String> of(FlatState state, List<TimelineStep> steps) {
        List<String> queued = state.elements("queue");
        List<String> sleepers = new ArrayList<>();
        for (String worker : state.domain("point")) {
            boolean isIdle = state.elements("idle").contains(worker);
            if (state.get("point[" + worker + "]").orElse("").equals("\"Await\"")
                    && state.get("latch[" + worker + "]").orElse("").equals("FALSE")) {
                sleepers.add("worker " + worker + " waits on an unset latch" + (isIdle ? "" : ", not idle"));
            }
        }
        List<String> registered = state.elements("inUse");
        boolean isOwed = state.entries().entrySet().stream().anyMatch(entry -> owesOneOf(registered, entry));
        if (queued.isEmpty() || isOwed || (sleepers.isEmpty() && !registered.isEmpty())) {
            return Optional.empty();
        }
        int since = since(queued.get(0), steps);
        return Optional.of((queued.size() == 1 ? "io " : "ios ") + String.join(", ", queued)
                + (queued.size() == 1 ? " is" : " are") + " queued since step " + since + ", "
                + (sleepers.isEmpty() ? "no worker is registered" : String.join(", ", sleepers)) + ", and "
                + wentTo(since, registered, steps).orElse("nobody owes a wakeup") + ".");
    }

    /** Whether this entry of a state says that somebody owes one of these workers a wakeup. */
    private static boolean owesOneOf(List<String> workers, Map.Entry<String, String> entry) {
        String name = entry.getKey();
        String value = entry.getValue();
        if (name.startsWith("owed[")) {
            return FlatState.listed(value).stream().anyMatch(workers::contains);
        }
        if (name.startsWith("submitterOwed[")) {
            return workers.contains(value);
        }
        return name.startsWith("leavers[")
                && !value.equals("0")
                && FlatState.listed(name.substring("leavers[".length(), name.length() - 1)).stream()
                        .anyMatch(workers::contains);
    }

    /** The worker that the submission chose, if it has left. */
    private static Optional<String> wentTo(int submission, List<String> registered, List<TimelineStep> steps) {
        return steps.stream()
                .filter(step -> step.step() == submission)
                .flatMap(step -> step.changes().stream())
                .filter(change -> change.what().equals("idle"))
                .flatMap(change -> FlatState.listed(change.from()).stream()
                        .filter(worker -> !FlatState.listed(change.to()).contains(worker)))
                .filter(worker -> !registered.contains(worker))
                .findFirst()
                .map(worker -> "the wakeup of step " + submission + " was for worker " + worker + ", which "
                        + steps.stream()
                                .filter(step -> step.action().equals("Deregister")
                                        && step.arguments().contains(worker))
                                .reduce((earlier, later) -> later)
                                .map(step -> "left at step " + step.step())
                                .orElse("is not there"));
    }

    private static int since(String io, List<TimelineStep> steps) {
        return steps.stream()
                .filter(step -> step.action().startsWith("Submit") && step.ios().contains(io))
                .map(TimelineStep::step)
                .findFirst()
                .orElse(1);
    }
}
