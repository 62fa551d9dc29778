package dev.latchwork.report;

import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A trace as the page carries it: an array for each column, and each text once. A step of a recorded run then takes some
 * fifty bytes, and the page makes nothing of it until it is looked at. {@code trace.js} reads it. Stateless.
 */
final class EmbeddedTrace {
    private static final int NOT_KNOWN = -1;
    private static final int SETS_NOTHING = -2;
    private static final int SECTION = 1;
    private static final int SLEEPS = 2;
    private static final int HANGS = 4;
    private static final int NOT_WITHIN = 0;

    /** Texts by number, in the order in which they were first seen. */
    private static final class Dictionary {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String text) {
            return numbers.computeIfAbsent(text, unseen -> numbers.size());
        }

        List<String> texts() {
            return List.copyOf(numbers.keySet());
        }
    }

    private EmbeddedTrace() {}

    static Map<String, Object> of(Timeline timeline) {
        TimelineHeader header = timeline.header();
        List<TimelineStep> steps = timeline.steps();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", header.id());
        data.put("source", header.source().word());
        data.put("subject", header.subject());
        data.put("property", header.property());
        data.put("names", header.module() == null ? "" : namesOf(header.module()));
        data.put("unit", header.unit());
        data.put("actors", header.actors());
        data.put("initial", header.initial());
        data.put("bad", header.bad());
        data.put("order", header.order());
        data.put("leftOut", header.leftOut());
        data.put("replay", header.replay());
        data.put("first", steps.isEmpty() ? 1 : steps.get(0).step());
        putTexts(data, steps, "action", "actionNames", TimelineStep::action);
        data.put("actor", column(steps, step -> header.actors().indexOf(step.actor())));
        putTexts(data, steps, "arguments", "argumentTexts", step -> String.join(", ", step.arguments()));
        putTexts(data, steps, "ios", "ioTexts", step -> String.join(", ", step.ios()));
        data.put("flags", column(steps, EmbeddedTrace::flags));
        data.put("sets", column(steps, step -> step.sets() == null ? SETS_NOTHING : step.sets()));
        data.put("depth", column(steps, step -> step.depth() == null ? NOT_KNOWN : step.depth()));
        data.put("idle", column(steps, EmbeddedTrace::idleBits));
        if (!header.unit().equals(TimelineHeader.STEPS)) {
            putTimes(data, steps);
        }
        // Only Lincheck's interleavings have any of these.
        if (steps.stream().anyMatch(step -> step.at() != null)) {
            putTexts(data, steps, "codePlace", "codePlaces", step -> step.at() == null ? "" : step.at());
        }
        if (steps.stream().anyMatch(step -> step.within() != null)) {
            data.put("within", column(steps, EmbeddedTrace::distanceFromOuter));
        }
        data.put("owes", owes(steps));
        data.put("results", results(steps));
        putChanges(data, steps);
        return data;
    }

    /** The list of actions that the module's steps are looked up in. */
    static String namesOf(String module) {
        ProtocolActions actions = ProtocolActions.ofModule(module);
        if (actions.equals(ProtocolActions.ofCompletion())) {
            return ActionPlaces.COMPLETION;
        }
        return actions.equals(ProtocolActions.ofComposition()) ? ActionPlaces.COMPOSITION : ActionPlaces.WORKER_METHOD;
    }

    private static void putTexts(
            Map<String, Object> data,
            List<TimelineStep> steps,
            String column,
            String texts,
            Function<TimelineStep, String> text) {
        Dictionary dictionary = new Dictionary();
        data.put(column, column(steps, step -> dictionary.number(text.apply(step))));
        data.put(texts, dictionary.texts());
    }

    private static <T> List<T> column(List<TimelineStep> steps, Function<TimelineStep, T> value) {
        return steps.stream().map(value).toList();
    }

    private static int flags(TimelineStep step) {
        return (step.section() ? SECTION : 0) + (step.sleeps() ? SLEEPS : 0) + (step.hangs() ? HANGS : 0);
    }

    private static int distanceFromOuter(TimelineStep step) {
        return step.within() == null ? NOT_WITHIN : step.step() - step.within();
    }

    private static long idleBits(TimelineStep step) {
        if (step.idle() == null) {
            return NOT_KNOWN;
        }
        return step.idle().stream().mapToLong(worker -> 1L << worker).sum();
    }

    /** As differences, which are shorter: an end from the end before, a beginning from its own end. */
    private static void putTimes(Map<String, Object> data, List<TimelineStep> steps) {
        List<Long> ends = new ArrayList<>();
        long last = 0;
        for (TimelineStep step : steps) {
            ends.add(step.end() - last);
            last = step.end();
        }
        data.put("end", ends);
        data.put("begin", column(steps, step -> step.end() - step.begin()));
    }

    private static List<List<Integer>> owes(List<TimelineStep> steps) {
        List<List<Integer>> owes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).owes().isEmpty()) {
                List<Integer> entry = new ArrayList<>(List.of(i));
                entry.addAll(steps.get(i).owes());
                owes.add(entry);
            }
        }
        return owes;
    }

    private static List<List<Object>> results(List<TimelineStep> steps) {
        List<List<Object>> results = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).result() != null) {
                results.add(List.of(i, steps.get(i).result()));
            }
        }
        return results;
    }

    private static void putChanges(Map<String, Object> data, List<TimelineStep> steps) {
        Dictionary texts = new Dictionary();
        data.put(
                "changed",
                column(
                        steps,
                        step -> step.changes().stream()
                                .flatMap(change -> List.of(
                                        texts.number(change.what()),
                                        texts.number(change.from()),
                                        texts.number(change.to()))
                                        .stream())
                                .toList()));
        data.put("texts", texts.texts());
    }
}
