package dev.latchwork.report.mutants;

import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;

/** A trace that calls the step before the violation the bad one. */
public final class M152_BadStepTooEarly {
    private M152_BadStepTooEarly() {}

    public static Timeline of(Timeline timeline) {
        TimelineHeader header = timeline.header();
        BadStep bad = new BadStep(header.bad().step() - 1, header.bad().words());
        return new Timeline(header.withBad(bad), timeline.steps());
    }
}
