package dev.latchwork.report.mutants;

import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;

/** A trace whose writer forgets who owes a wakeup, so that the picture has latches that are set for no reason. */
public final class M150_ForgottenWakeups {
    private M150_ForgottenWakeups() {}

    public static Timeline of(Timeline timeline) {
        return new Timeline(
                timeline.header(),
                timeline.steps().stream()
                        .map(step -> TimelineStep.at(step.step(), step.action(), step.actor())
                                .withArguments(step.arguments())
                                .withSection(step.section())
                                .withIos(step.ios())
                                .withSets(step.sets())
                                .withSleeps(step.sleeps())
                                .withDepth(step.depth())
                                .withIdle(step.idle())
                                .withChanges(step.changes())
                                .build())
                        .toList());
    }
}
