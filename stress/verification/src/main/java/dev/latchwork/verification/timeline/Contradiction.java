package dev.latchwork.verification.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the first step that no run may have, whatever the property in question: an I/O that is taken out of the queue or
 * completed twice, a latch that is null. Confined to its thread.
 */
public final class Contradiction {
    private static final Set<String> COMPLETIONS = Set.of("Perform", "CompleteFailed", "PerformSynchronously");

    private final Map<String, TimelineStep> consumed = new HashMap<>();
    private final Map<String, TimelineStep> completed = new HashMap<>();
    private final Map<String, TimelineStep> left = new HashMap<>();
    private List<Integer> idle = List.of();

    private Contradiction() {}

    /** The first such step; empty if there is none. */
    public static Optional<BadStep> in(List<TimelineStep> steps) {
        Contradiction search = new Contradiction();
        return steps.stream().map(search::see).flatMap(Optional::stream).findFirst();
    }

    private Optional<BadStep> see(TimelineStep step) {
        Optional<BadStep> found = Optional.empty();
        if (step.action().toLowerCase(Locale.ROOT).startsWith("consume")) {
            found = twice("consumed", consumed, step);
        } else if (COMPLETIONS.contains(step.action())) {
            found = twice("completed", completed, step);
        } else if (step.action().equals("Deregister")) {
            left.put(step.actor(), step);
        } else if (step.action().equals("Register")) {
            left.remove(step.actor());
        }
        if (found.isEmpty()) {
            found = nullLatch(step);
        }
        idle = step.idle() == null ? idle : step.idle();
        return found;
    }

    private static Optional<BadStep> twice(String what, Map<String, TimelineStep> before, TimelineStep step) {
        for (String io : step.ios()) {
            TimelineStep first = before.putIfAbsent(io, step);
            if (first != null) {
                return Optional.of(new BadStep(
                        step.step(), "io " + io + " was " + what + " twice: " + at(first) + ", " + at(step) + "."));
            }
        }
        return Optional.empty();
    }

    private static String at(TimelineStep step) {
        return step.actor() + " at step " + step.step();
    }

    private Optional<BadStep> nullLatch(TimelineStep step) {
        if (step.owes().contains(TimelineStep.NULL_LATCH)) {
            return Optional.of(new BadStep(
                    step.step(), step.actor() + " owes a null latch: it chose " + chosen(step) + " by its idle bit."));
        }
        return step.sets() != null && step.sets() == TimelineStep.NULL_LATCH
                ? Optional.of(new BadStep(step.step(), step.actor() + " sets a latch that is null."))
                : Optional.empty();
    }

    /** Whoever the step took out of the idle set and had left before. */
    private String chosen(TimelineStep step) {
        return idle.stream()
                .filter(worker -> step.idle() == null || !step.idle().contains(worker))
                .map(worker -> "worker " + worker)
                .filter(left::containsKey)
                .findFirst()
                .map(worker ->
                        worker + ", which left at step " + left.get(worker).step() + ",")
                .orElse("a worker that has left,");
    }
}
