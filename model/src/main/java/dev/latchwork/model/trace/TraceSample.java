package dev.latchwork.model.trace;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a run, in an order that its witness has found.
 *
 * @param start the state before its first event; not to be changed
 * @param events one after the other
 */
public record TraceSample(ReplayState start, List<TraceEvent> events) {
    /** Copies the list. */
    public TraceSample {
        events = List.copyOf(events);
    }

    /** The same start, and other events. */
    public TraceSample with(List<TraceEvent> other) {
        return new TraceSample(start, other);
    }

    /** Judges the sample as it stands, event after event: none may come earlier than it does. */
    public WitnessChecker.Judgement judge() {
        return new WitnessChecker(start.copy()).judge(RecordedTrace.inARow(events), (event, before) -> {});
    }

    /** Judges the sample with the numbers that the run gave out: what overlapped may come in another order. */
    public WitnessChecker.Judgement judgeInIntervals() {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        events.stream().sorted(Comparator.comparingInt(TraceEvent::end)).forEach(trace::add);
        return new WitnessChecker(start.copy()).judge(trace.build(), (event, before) -> {});
    }
}
