package dev.latchwork.report;

import dev.latchwork.verification.timeline.Contradiction;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a trace tells that its own states contradict. Stateless. */
final class TraceFaults {
    /** Steps that deliver a wakeup which somebody has chosen before. */
    private static final Set<String> DELIVERIES = Set.of("SubmitSetLatch", "WakePeer", "HandOver");

    private TraceFaults() {}

    /** Latches that are set without a wakeup that is owed, and changes that make somebody owe one untold. */
    static List<String> ofWakeups(Timeline timeline) {
        List<String> faults = new ArrayList<>();
        List<Integer> owed = new ArrayList<>();
        for (TimelineStep step : timeline.steps()) {
            if (DELIVERIES.contains(step.action()) && !owed.remove(step.sets())) {
                faults.add("step " + step.step() + " delivers a wakeup that nobody owes");
            }
            owed.addAll(step.owes());
            boolean begins = step.changes().stream()
                    .anyMatch(change -> change.what().startsWith("submitterOwed[")
                            && !change.to().equals("None"));
            if (begins && step.owes().isEmpty()) {
                faults.add("step " + step.step() + " does not tell whom it owes a wakeup");
            }
        }
        return faults;
    }

    /**
     * A bad step that is not the one: a shortest counterexample of an invariant goes wrong in its last step, unless a step
     * before is one that no run may have.
     */
    static List<String> ofBadStep(Timeline timeline) {
        int last = timeline.steps().get(timeline.steps().size() - 1).step();
        int expected = Contradiction.in(timeline.steps()).map(bad -> bad.step()).orElse(last);
        return timeline.header().bad() != null && timeline.header().bad().step() == expected
                ? List.of()
                : List.of("the bad step is " + timeline.header().bad() + ", not step " + expected);
    }
}
