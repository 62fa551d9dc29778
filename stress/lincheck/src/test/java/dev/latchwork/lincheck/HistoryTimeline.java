package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.Entry;
import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Contradiction;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineHeader.Order;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A history that is not linearizable as a trace: its operations with intervals that overlap where the history has no order, the
 * longest order that a judge accepts, and what it refuses to put next; or one in which something was thrown, by threads of which
 * no more is known. Confined to its thread.
 */
final class HistoryTimeline {
    private static final String MAIN = "main";

    /** What an empty queue gives. */
    private static final Object NOTHING = -1;

    private final History history;
    private final List<Placed> placed = new ArrayList<>();
    private long moment;

    /** An operation with a place in time. */
    private record Placed(Entry entry, String actor, long begin, long end) {}

    private HistoryTimeline(History history) {
        this.history = history;
    }

    /** The trace of a failure that a check has found. */
    static Timeline of(Check check, History history, LongestOrder longest) {
        HistoryTimeline timeline = new HistoryTimeline(history);
        timeline.place();
        return timeline.write(check, longest);
    }

    /**
     * The trace of a failure in which an operation threw.
     *
     * @param thrown what it threw, as its own text
     */
    static Timeline of(Check check, History history, String thrown) {
        HistoryTimeline timeline = new HistoryTimeline(history);
        timeline.place();
        return timeline.write(check, thrown);
    }

    private void place() {
        history.before().forEach(entry -> alone(entry));
        placeThreads();
        history.after().forEach(entry -> alone(entry));
        placed.sort(Comparator.comparing(Placed::end));
    }

    private void alone(Entry entry) {
        moment++;
        long begin = moment;
        moment++;
        placed.add(new Placed(entry, MAIN, begin, moment));
    }

    /** Begins each operation as soon as those that it saw ended have; ends one that no other has still to begin before. */
    private void placeThreads() {
        int threads = history.threads().size();
        int[] begun = new int[threads];
        int[] ended = new int[threads];
        long[] begins = new long[threads];
        int left = history.threads().stream().mapToInt(List::size).sum();
        while (left > 0) {
            for (int t = 0; t < threads; t++) {
                if (begun[t] == ended[t] && begun[t] < history.threads().get(t).size() && sawOnly(t, begun[t], ended)) {
                    begins[t] = ++moment;
                    begun[t]++;
                }
            }
            int last = next(begun, ended);
            moment++;
            placed.add(new Placed(
                    history.threads().get(last).get(ended[last]), "thread " + (last + 1), begins[last], moment));
            ended[last]++;
            left--;
        }
    }

    /** Real threads tell only a part of who saw whom end: then one of those that have begun. */
    private int next(int[] begun, int[] ended) {
        return running(begun, ended)
                .filter(t -> nobodyHasToBegin(t, ended[t], begun))
                .findFirst()
                .orElseGet(() -> running(begun, ended)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no order of time explains " + history)));
    }

    private static IntStream running(int[] begun, int[] ended) {
        return IntStream.range(0, begun.length).filter(t -> begun[t] > ended[t]);
    }

    private boolean sawOnly(int thread, int index, int[] ended) {
        List<Integer> seen = history.threads().get(thread).get(index).endedBefore();
        return IntStream.range(0, ended.length).allMatch(t -> t == thread || seen.get(t) <= ended[t]);
    }

    /** Whether every operation that did not see this one end has begun. */
    private boolean nobodyHasToBegin(int thread, int index, int[] begun) {
        for (int t = 0; t < begun.length; t++) {
            List<Entry> others = history.threads().get(t);
            if (t != thread
                    && begun[t] < others.size()
                    && others.get(begun[t]).endedBefore().get(thread) <= index) {
                return false;
            }
        }
        return true;
    }

    private Timeline write(Check check, LongestOrder longest) {
        List<TimelineStep> steps = steps();
        IdentityHashMap<Entry, Integer> numbers = new IdentityHashMap<>();
        placed.forEach(each -> numbers.put(each.entry(), numbers.size() + 1));
        List<BadStep> rejected = longest.refused().stream()
                .map(entry -> new BadStep(numbers.get(entry), "the model does not give " + entry.result() + " here"))
                .toList();
        return write(
                check,
                steps,
                Contradiction.in(steps).orElseGet(() -> bad(steps, rejected)),
                new Order(longest.taken().stream().map(numbers::get).toList(), rejected));
    }

    private Timeline write(Check check, String thrown) {
        List<TimelineStep> steps = steps();
        Placed first = placed.stream()
                .filter(each -> each.entry().hasThrown())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was thrown in " + history));
        TimelineStep bad = steps.get(placed.indexOf(first));
        return write(
                check,
                steps,
                new BadStep(bad.step(), bad.actor() + " threw " + thrown + ", in " + bad.call() + "."),
                null);
    }

    private List<TimelineStep> steps() {
        List<TimelineStep> steps = new ArrayList<>();
        placed.forEach(each -> steps.add(step(steps.size() + 1, each)));
        return steps;
    }

    private Timeline write(Check check, List<TimelineStep> steps, BadStep bad, Order order) {
        List<String> actors = new ArrayList<>();
        IntStream.rangeClosed(1, history.threads().size()).forEach(thread -> actors.add("thread " + thread));
        actors.add(MAIN);
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        check.id(),
                        TimelineSource.LINCHECK,
                        check.subject(),
                        check.property(),
                        null,
                        TimelineHeader.TICKETS,
                        actors,
                        Map.of(),
                        bad,
                        order,
                        null,
                        check.replay()),
                steps);
    }

    private static TimelineStep step(int number, Placed each) {
        return TimelineStep.at(number, each.entry().call().operation(), each.actor())
                .withArguments(each.entry().call().arguments().stream()
                        .map(String::valueOf)
                        .toList())
                .withBegin(each.begin())
                .withEnd(each.end())
                .withIos(ios(each.entry()))
                .withResult(
                        each.entry().result() == null
                                ? null
                                : String.valueOf(each.entry().result()))
                .build();
    }

    /** The I/O that was put into the queue or taken out of it. */
    private static List<String> ios(Entry entry) {
        return switch (entry.call().operation()) {
            case "insert" ->
                Boolean.TRUE.equals(entry.result())
                        ? List.of(String.valueOf(entry.call().arguments().get(0)))
                        : List.of();
            case "consume" -> NOTHING.equals(entry.result()) ? List.of() : List.of(String.valueOf(entry.result()));
            default -> List.of();
        };
    }

    private static BadStep bad(List<TimelineStep> steps, List<BadStep> rejected) {
        BadStep first = rejected.stream()
                .min(Comparator.comparing(BadStep::step))
                .orElseThrow(() -> new IllegalArgumentException("nothing is refused"));
        TimelineStep step = steps.get(first.step() - 1);
        return new BadStep(
                first.step(),
                "No order of the operations explains their results: " + step.call() + " by " + step.actor() + " gave "
                        + step.result() + ", which the model gives in none.");
    }
}
