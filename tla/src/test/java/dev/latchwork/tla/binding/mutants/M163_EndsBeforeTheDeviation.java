package dev.latchwork.tla.binding.mutants;

import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.List;

/** The trace of a deviation ends with the last step that is right, and calls it the bad one. */
public final class M163_EndsBeforeTheDeviation {
    private M163_EndsBeforeTheDeviation() {}

    public static Timeline of(Timeline timeline) {
        List<TimelineStep> right = timeline.steps().subList(0, timeline.steps().size() - 1);
        BadStep bad = timeline.header().bad();
        return new Timeline(
                timeline.header()
                        .withBad(new BadStep(right.get(right.size() - 1).step(), bad.words())),
                right);
    }
}
