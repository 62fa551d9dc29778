package dev.latchwork.tla.proof.mutants;

import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineStep;
import dev.latchwork.verification.timeline.TimelineStep.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trace of a broken proof step begins in the state after it, and leads to the one before. */
public final class M165_StepTakenBackwards {
    private M165_StepTakenBackwards() {}

    public static Timeline of(Timeline timeline) {
        TimelineStep step = timeline.steps().get(0);
        Map<String, String> after = new LinkedHashMap<>(timeline.header().initial());
        step.changes().forEach(change -> after.put(change.what(), change.to()));
        TimelineHeader header = timeline.header();
        return new Timeline(
                new TimelineHeader(
                        header.format(),
                        header.id(),
                        header.source(),
                        header.subject(),
                        header.property(),
                        header.module(),
                        header.unit(),
                        header.actors(),
                        after,
                        header.bad(),
                        header.order(),
                        header.leftOut(),
                        header.replay()),
                List.of(TimelineStep.at(step.step(), step.action(), step.actor())
                        .withArguments(step.arguments())
                        .withChanges(step.changes().stream()
                                .map(change -> new Change(change.what(), change.to(), change.from()))
                                .toList())
                        .build()));
    }
}
