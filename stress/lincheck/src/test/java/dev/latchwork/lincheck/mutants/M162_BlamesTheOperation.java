package dev.latchwork.lincheck.mutants;

import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineStep;

/** The trace of an exception goes wrong in the operation that it came out of, and not in the call that threw it. */
public final class M162_BlamesTheOperation {
    private M162_BlamesTheOperation() {}

    public static Timeline of(Timeline timeline) {
        TimelineHeader header = timeline.header();
        TimelineStep blamed = timeline.step(header.bad().step());
        while (blamed.within() != null) {
            blamed = timeline.step(blamed.within());
        }
        return new Timeline(
                header.withBad(new BadStep(blamed.step(), header.bad().words())), timeline.steps());
    }
}
