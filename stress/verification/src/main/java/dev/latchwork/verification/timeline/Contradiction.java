package dev.latchwork.verification.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the first step that no run may have, whatever the property in question: an I/O that is taken out of the queue or
 * completed twice, a latch that is null. Confined to its thread.
 */
public final class Contradiction {
    private static final Set<String> COMPLETIONS = Set.of("Perform", "CompleteFailed", "PerformSynchronously");

    private final Map<String, List<TimelineStep>> consumed = new HashMap<>();
    private final Map<String, List<TimelineStep>> completed = new HashMap<>();
    private final Map<String, TimelineStep> left = new HashMap<>();
    private List<Integer> idle = List.of();

    /** How often each I/O was submitted in the whole trace: a value may be inserted and consumed more than once. */
    private final Map<String, Integer> submissions = new HashMap<>();

    private Contradiction(List<TimelineStep> steps) {
        steps.stream()
                .filter(Contradiction::submits)
                .flatMap(step -> step.ios().stream())
                .forEach(io -> submissions.merge(io, 1, Integer::sum));
    }

    private static boolean submits(TimelineStep step) {
        return step.action().startsWith("Submit") || step.action().equals("insert");
    }

    /** The first such step; empty if there is none. */
    public static Optional<BadStep> in(List<TimelineStep> steps) {
        Contradiction search = new Contradiction(steps);
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

    private Optional<BadStep> twice(String what, Map<String, List<TimelineStep>> before, TimelineStep step) {
        for (String io : step.ios()) {
            List<TimelineStep> all = before.computeIfAbsent(io, unseen -> new ArrayList<>());
            all.add(step);
            int allowed = Math.max(1, submissions.getOrDefault(io, 1));
            if (all.size() > allowed) {
                return Optional.of(new BadStep(
                        step.step(),
                        "io " + io + " was " + what + (allowed == 1 ? " twice: " : " once too often: ")
                                + all.stream().map(Contradiction::at).collect(Collectors.joining(", ")) + "."));
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
