package dev.latchwork.lincheck;

import dev.latchwork.lincheck.Interleaving.Event;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run that hangs, or in which something is thrown, as a trace: Lincheck's own failing interleaving, a step for each call and each
 * access to what threads share, in the order in which they began. Confined to its thread.
 */
final class InterleavingTimeline {
    private static final String MAIN = "main";
    private static final String RUN = "run";

    private final Interleaving interleaving;
    private final Finding finding;
    private final long latestMoment;
    /** By thread: the last step of each that has not ended. */
    private final Map<Integer, Integer> whereTheyStay;

    private InterleavingTimeline(Interleaving interleaving, Finding finding) {
        this.interleaving = interleaving;
        this.finding = finding;
        latestMoment = events().stream()
                .mapToLong(event -> Math.max(event.begin(), event.end()))
                .max()
                .orElse(0);
        whereTheyStay = whereTheyStay();
    }

    /**
     * The trace of a failure that a check has found.
     *
     * @throws IllegalArgumentException if it is another kind of failure, or there is no step
     */
    static Timeline of(Check check, Interleaving interleaving, Finding finding) {
        return new InterleavingTimeline(interleaving, finding).write(check);
    }

    private Timeline write(Check check) {
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        check.id(),
                        TimelineSource.LINCHECK,
                        check.subject(),
                        check.property(),
                        null,
                        TimelineHeader.TICKETS,
                        actors(),
                        Map.of(),
                        bad(),
                        null,
                        "Not shown: constructors, local variables, and what lies within a step that Lincheck takes for one.",
                        check.replay()),
                IntStream.range(0, events().size()).mapToObj(this::step).toList());
    }

    private List<String> actors() {
        List<String> actors = new ArrayList<>();
        IntStream.range(0, interleaving.threads()).forEach(thread -> actors.add(threadName(thread)));
        if (events().stream().anyMatch(Event::alone)) {
            actors.add(MAIN);
        }
        return actors;
    }

    private static String threadName(int thread) {
        return "thread " + (thread + 1);
    }

    private static String actor(Event event) {
        return event.alone() ? MAIN : threadName(event.thread());
    }

    private static int number(int index) {
        return index + 1;
    }

    private List<Event> events() {
        return interleaving.events();
    }

    private TimelineStep step(int index) {
        Event event = events().get(index);
        return TimelineStep.at(number(index), event.action(), actor(event))
                .withArguments(event.arguments())
                .withBegin(event.begin())
                .withEnd(event.hasEnded() ? event.end() : latestMoment)
                .withSleeps(event.waits() != null
                        || (finding.kind() == Finding.Kind.DEADLOCK && whereTheyStay.containsValue(index)))
                .withResult(event.result())
                .withHangs(isHang() && !event.hasEnded())
                .withAt(event.at())
                .withWithin(event.within() == Interleaving.NONE ? null : number(event.within()))
                .build();
    }

    private boolean isHang() {
        return finding.kind() == Finding.Kind.DEADLOCK || finding.kind() == Finding.Kind.LIVELOCK;
    }

    private Map<Integer, Integer> whereTheyStay() {
        Map<Integer, Integer> last = new TreeMap<>();
        for (int index = 0; index < events().size(); index++) {
            last.put(events().get(index).thread(), index);
        }
        last.values().removeIf(index -> calls(index).stream().allMatch(Event::hasEnded));
        return last;
    }

    /** The step itself, if it is a call, and those that it is in, the outermost first. */
    private List<Event> calls(int index) {
        List<Event> calls = new ArrayList<>();
        for (int at = index; at != Interleaving.NONE; at = events().get(at).within()) {
            calls.add(0, events().get(at));
        }
        return calls;
    }

    private BadStep bad() {
        return switch (finding.kind()) {
            case DEADLOCK ->
                new BadStep(
                        number(events().size() - 1),
                        stays("waits for ever") + ": every thread that has not ended waits.");
            case LIVELOCK ->
                new BadStep(number(events().size() - 1), stays("goes on") + ": the threads run, and get nowhere.");
            case EXCEPTION -> thrown();
            default -> throw new IllegalArgumentException(finding.kind() + " is no end of a run");
        };
    }

    private String stays(String does) {
        return whereTheyStay.entrySet().stream()
                .map(each -> threadName(each.getKey()) + " " + does + where(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String where(int index) {
        Event event = events().get(index);
        return (event.waits() == null ? "" : ", " + event.waits() + ",") + " in "
                + inWords(calls(index).stream().filter(call -> !call.hasEnded()).toList());
    }

    /** Such as {@code submit(1) > latch.await > parker.park}; that it runs is said of no thread. */
    private static String inWords(List<Event> calls) {
        return calls.stream()
                .filter(call -> calls.size() == 1 || !call.action().equals(RUN))
                .map(call -> call.within() == Interleaving.NONE ? call(call) : call.action())
                .collect(Collectors.joining(" > "));
    }

    private static String call(Event event) {
        return event.action() + "(" + String.join(", ", event.arguments()) + ")";
    }

    /** The innermost step that ended in what the outermost threw. */
    private BadStep thrown() {
        int index = IntStream.range(0, events().size())
                .filter(at -> events().get(at).thrown() && events().get(at).within() == Interleaving.NONE)
                .findFirst()
                .orElse(events().size() - 1);
        int inner = index;
        while (inner != Interleaving.NONE) {
            index = inner;
            int outer = index;
            inner = IntStream.range(0, events().size())
                    .filter(at -> events().get(at).thrown() && events().get(at).within() == outer)
                    .reduce((earlier, later) -> later)
                    .orElse(Interleaving.NONE);
        }
        Event event = events().get(index);
        return new BadStep(
                number(index), actor(event) + " threw " + finding.thrown() + ", in " + inWords(calls(index)) + ".");
    }
}
