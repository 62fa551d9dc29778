package dev.latchwork.lincheck.mutants;

import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;

/** The trace of a hang lets the operations end that never did. */
public final class M161_HungOperationsEnd {
    private M161_HungOperationsEnd() {}

    public static Timeline of(Timeline timeline) {
        return new Timeline(
                timeline.header(),
                timeline.steps().stream()
                        .map(step -> TimelineStep.at(step.step(), step.action(), step.actor())
                                .withArguments(step.arguments())
                                .withBegin(step.begin())
                                .withEnd(step.end())
                                .withSleeps(step.sleeps())
                                .withResult(step.result())
                                .withAt(step.at())
                                .withWithin(step.within())
                                .build())
                        .toList());
    }
}
