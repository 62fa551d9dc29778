package dev.latchwork.trace;

import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.ReplayState;
import dev.latchwork.model.trace.TraceEvent;
import dev.latchwork.model.trace.TraceSample;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import dev.latchwork.verification.timeline.TimelineStep.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A part of a recorded run as a trace: the events in the order of the witness, each with what it changed, up to the first one
 * that the protocol does not have. Confined to its thread.
 */
public final class RecordedTimeline {
    private static final String SUPERVISOR = "supervisor";
    private static final String ENVIRONMENT = "environment";

    private final ReplayState state;
    private final RunClock clock;
    /** When the first event began. */
    private final long beginning;

    private final List<TimelineStep> steps = new ArrayList<>();
    private BadStep bad;

    private RecordedTimeline(TraceSample sample, RunClock clock) {
        this.state = sample.start().copy();
        this.clock = clock;
        this.beginning = sample.events().stream()
                .mapToLong(event -> clock.at(event.begin()))
                .min()
                .orElse(0);
    }

    /**
     * The trace of a sample.
     *
     * @param check the check whose run it is of
     * @param subject what was run
     * @param clock when its events were
     * @param sessions sessions have numbers below this one
     * @param leftOut what of the run is not in the sample; null if nothing
     * @param replay the command that gives such a run again
     */
    public static Timeline of(
            TraceSample sample,
            RunClock clock,
            String check,
            String subject,
            int sessions,
            String leftOut,
            String replay) {
        RecordedTimeline timeline = new RecordedTimeline(sample, clock);
        for (TraceEvent event : sample.events()) {
            if (timeline.bad == null) {
                timeline.add(event);
            }
        }
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        check,
                        TimelineSource.RECORDED,
                        subject,
                        "every event is a step of the protocol",
                        "WorkerMethod",
                        TimelineHeader.NANOSECONDS,
                        actors(sample, sessions),
                        initial(sample.start()),
                        timeline.bad,
                        null,
                        leftOut,
                        replay),
                timeline.steps);
    }

    private static List<String> actors(TraceSample sample, int sessions) {
        List<String> actors = new ArrayList<>();
        IntStream.range(0, sessions).forEach(session -> actors.add("submitter " + session));
        int workers = sample.events().stream()
                .filter(event -> !event.action().isOfSession())
                .mapToInt(TraceEvent::actor)
                .max()
                .orElse(-1);
        workers = Math.max(
                workers,
                Integer.SIZE - 1 - Integer.numberOfLeadingZeros(sample.start().inUse()));
        IntStream.rangeClosed(0, workers).forEach(worker -> actors.add("worker " + worker));
        actors.add(SUPERVISOR);
        actors.add(ENVIRONMENT);
        return actors;
    }

    private static Map<String, String> initial(ReplayState start) {
        Map<String, String> initial = new LinkedHashMap<>();
        initial.put(
                "queue",
                sequence(IntStream.range(0, start.depth())
                        .mapToObj(i -> io(start.queued(i)))
                        .toList()));
        initial.put("idle", set(start.idle()));
        initial.put("inUse", set(start.inUse()));
        initial.put("target", Integer.toString(start.target()));
        for (int slot : bits(start.inUse())) {
            workerEntries(start, slot, initial);
        }
        return initial;
    }

    private void add(TraceEvent event) {
        Map<String, String> before = entries(event);
        List<Integer> owedBefore = owed(event);
        String refused = state.take(event);
        Map<String, String> after = entries(event);
        List<Integer> owes = owed(event);
        if (event.action().isSection()) {
            owedBefore.forEach(owes::remove);
        } else {
            owes = List.of();
        }
        List<Change> changes = new ArrayList<>();
        after.forEach((what, to) -> {
            if (!to.equals(before.get(what))) {
                changes.add(new Change(what, before.get(what), to));
            }
        });
        int number = steps.size() + 1;
        steps.add(TimelineStep.at(number, event.action().toString(), actor(event))
                .withArguments(arguments(event))
                .withBegin(clock.at(event.begin()) - beginning)
                .withEnd(clock.at(event.end()) - beginning)
                .withSection(event.action().isSection())
                .withIos(ios(event))
                .withOwes(owes)
                .withSets(sets(event))
                .withSleeps(event.action() == RecordedAction.MARK_IDLE)
                .withDepth(state.depth())
                .withIdle(bits(state.idle()))
                .withChanges(changes)
                .build());
        if (refused != null) {
            bad = new BadStep(number, "The protocol has no " + event.text() + " here: " + refused + ".");
        }
    }

    private static String actor(TraceEvent event) {
        return switch (event.action()) {
            case START_WORKER, START_TAKEN_BACK, REQUEST_SHUTDOWN -> SUPERVISOR;
            case RELOAD, INTERRUPT -> ENVIRONMENT;
            default -> (event.action().isOfSession() ? "submitter " : "worker ") + event.actor();
        };
    }

    private static List<String> arguments(TraceEvent event) {
        return switch (event.action()) {
            case RELOAD, REQUEST_SHUTDOWN -> List.of(Integer.toString(event.argument()));
            case START_WORKER, START_TAKEN_BACK -> List.of();
            case SUBMIT ->
                List.of(
                        Integer.toString(event.actor()),
                        sequence(
                                event.batch().stream().map(RecordedTimeline::io).toList()));
            default -> List.of(Integer.toString(event.actor()));
        };
    }

    private List<String> ios(TraceEvent event) {
        if (event.action() == RecordedAction.SUBMIT) {
            return event.batch().stream().map(RecordedTimeline::io).toList();
        }
        long hand = event.action() == RecordedAction.CONSUME ? state.hand(event.actor()) : event.io();
        return hand == IoUse.NONE ? List.of() : List.of(io(hand));
    }

    private static Integer sets(TraceEvent event) {
        return switch (event.action()) {
            case SUBMIT_SET_LATCH, WAKE_PEER, HAND_OVER, REQUEST_SHUTDOWN -> event.argument();
            case INTERRUPT -> event.actor();
            default -> null;
        };
    }

    /** The workers to which the event's actor owes a wakeup, as a list of its own. */
    private List<Integer> owed(TraceEvent event) {
        List<Integer> owed = new ArrayList<>();
        int actor = event.actor();
        if (event.action().isOfSession()) {
            int worker = state.submitterOwed(actor);
            if (worker != WakeupTarget.NOBODY) {
                owed.add(worker);
            }
        } else if (actor >= 0 && actor < state.workers()) {
            for (int i = 0; i < state.owedCount(actor); i++) {
                owed.add(state.owed(actor, i));
            }
            state.leavers().stream()
                    .filter(leaver -> leaver.slot() == actor)
                    .forEach(leaver -> owed.addAll(bits(leaver.owes())));
        }
        return owed;
    }

    /** The variables that the event may change, as far as this trace tells them. */
    private Map<String, String> entries(TraceEvent event) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("depth", Integer.toString(state.depth()));
        entries.put("idle", set(state.idle()));
        entries.put("inUse", set(state.inUse()));
        entries.put("target", Integer.toString(state.target()));
        if (event.action().isOfSession()) {
            entries.put(
                    "submitterPoint[" + event.actor() + "]",
                    state.submitterPoint(event.actor()).toString());
            entries.put("leftover[" + event.actor() + "]", state.leftoverCount(event.actor()) + " I/Os");
        } else if (event.actor() >= 0 && event.actor() < state.workers()) {
            workerEntries(state, event.actor(), entries);
        }
        Integer target = sets(event);
        if (target != null && target >= 0 && target < state.workers()) {
            entries.put("latch[" + target + "]", flag(state.latch(), target));
            entries.put("exitRequested[" + target + "]", flag(state.exitRequested(), target));
        }
        return entries;
    }

    private static void workerEntries(ReplayState state, int worker, Map<String, String> entries) {
        entries.put("latch[" + worker + "]", flag(state.latch(), worker));
        entries.put("point[" + worker + "]", "\"" + state.point(worker) + "\"");
        entries.put("hand[" + worker + "]", state.hand(worker) == IoUse.NONE ? "None" : io(state.hand(worker)));
        entries.put("exitRequested[" + worker + "]", flag(state.exitRequested(), worker));
    }

    private static String flag(int bits, int worker) {
        return (bits & 1 << worker) != 0 ? "TRUE" : "FALSE";
    }

    private static String io(long io) {
        return "h" + IoUse.id(io) + "g" + IoUse.generation(io);
    }

    private static String sequence(List<String> elements) {
        return "<<" + String.join(", ", elements) + ">>";
    }

    private static String set(int bits) {
        return "{" + String.join(", ", bits(bits).stream().map(String::valueOf).toList()) + "}";
    }

    private static List<Integer> bits(int bits) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> (bits & 1 << bit) != 0)
                .boxed()
                .toList();
    }
}
