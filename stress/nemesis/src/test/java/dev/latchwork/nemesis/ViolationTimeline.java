package dev.latchwork.nemesis;

import dev.latchwork.model.history.History;
import dev.latchwork.model.history.ShownOperation;
import dev.latchwork.model.history.ShownOperation.Mark;
import dev.latchwork.model.history.Verdict;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineHeader.Order;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations around a violation of a recorded history as a trace: their intervals, the longest order that a judge accepts,
 * and what has no place in it. Stateless.
 */
final class ViolationTimeline {
    private ViolationTimeline() {}

    /** Writes what a judge has against the history of a run where the report looks for it; null if none has anything. */
    static Path write(Check check, MixedOutcome outcome) throws IOException {
        Optional<HistoryJudgement.Violation> violation =
                outcome == null ? Optional.empty() : outcome.judgement().violation();
        return violation.isEmpty()
                ? null
                : of(check, violation.get()).writeWithin(Path.of(System.getProperty("latchwork.report.dir")));
    }

    /** The trace of what a judge has against the history of a run. */
    static Timeline of(Check check, HistoryJudgement.Violation violation) {
        Verdict verdict = violation.verdict();
        List<ShownOperation> shown = verdict.window();
        // A pending operation may end at any moment after all the others.
        int last = shown.stream()
                        .mapToInt(each -> Math.max(each.invocation(), answered(each, 0)))
                        .max()
                        .orElse(0)
                + 1;
        List<ShownOperation> byEnd = new ArrayList<>(shown);
        byEnd.sort(Comparator.comparingInt(each -> answered(each, last)));
        List<TimelineStep> steps = new ArrayList<>();
        Map<ShownOperation, Integer> numbers = new HashMap<>();
        for (ShownOperation each : byEnd) {
            int number = steps.size() + 1;
            numbers.put(each, number);
            steps.add(step(number, each, last));
        }
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        check.id(),
                        TimelineSource.RECORDED,
                        check.subject(),
                        check.property(),
                        null,
                        TimelineHeader.TICKETS,
                        byEnd.stream()
                                .map(ViolationTimeline::actor)
                                .distinct()
                                .sorted()
                                .toList(),
                        Map.of(),
                        bad(violation, byEnd, numbers),
                        order(shown, numbers),
                        "Of the history only the operations around the violation are in this trace.",
                        check.replay()),
                steps);
    }

    private static int answered(ShownOperation operation, int last) {
        return operation.response() == History.PENDING ? last : operation.response();
    }

    /** A session is a submitter, as in the specification. */
    private static String actor(ShownOperation shown) {
        return shown.operation().agent().replace("session", "submitter");
    }

    private static TimelineStep step(int number, ShownOperation shown, int last) {
        String argument = shown.operation().argument();
        String answer = shown.operation().answer() + shown.operation().about();
        return TimelineStep.at(number, shown.operation().name(), actor(shown))
                .withArguments(argument.isEmpty() ? List.of() : List.of(argument))
                .withBegin(shown.invocation())
                .withEnd(answered(shown, last))
                .withResult(answer.isEmpty() ? null : answer.strip())
                .build();
    }

    /** The last of the operations that the violation is about: with it the history became one that has no order. */
    private static BadStep bad(
            HistoryJudgement.Violation violation, List<ShownOperation> byEnd, Map<ShownOperation, Integer> numbers) {
        int step = byEnd.stream()
                .filter(each -> each.mark() == Mark.NAMED)
                .mapToInt(numbers::get)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("the violation names no operation"));
        return new BadStep(step, violation.judge() + ": " + violation.verdict().reason());
    }

    /** Only witness and search have an order to show; a rule has none. */
    private static Order order(List<ShownOperation> shown, Map<ShownOperation, Integer> numbers) {
        List<Integer> taken = shown.stream()
                .filter(each -> each.mark() == Mark.ORDERED)
                .map(numbers::get)
                .toList();
        if (taken.isEmpty()) {
            return null;
        }
        List<BadStep> rejected = shown.stream()
                .filter(each -> each.mark() == Mark.NAMED || each.mark() == Mark.OPEN)
                .map(each -> new BadStep(
                        numbers.get(each),
                        each.mark() == Mark.NAMED ? "it had to come next" : "it was open, and does not help"))
                .toList();
        return new Order(taken, rejected);
    }
}
