package dev.latchwork.model.trace;

import java.util.ArrayList;
import java.util.List;

/** Takes samples of one length out of a run, at even distances: the first at its beginning, the last up to its end. */
public final class TraceSampler implements WitnessChecker.Witness {
    private final long distance;
    private final int length;
    private final long lastStart;
    private final List<TraceSample> samples = new ArrayList<>();
    private long seen;
    private long nextStart;
    private ReplayState start;
    private List<TraceEvent> events = new ArrayList<>();

    /**
     * Samples of a run.
     *
     * @param total events of the run
     * @param count samples, 1 or more
     * @param length events of each; {@code count * length} is at most {@code total}
     */
    public TraceSampler(long total, int count, int length) {
        if (count < 1 || length < 1 || (long) count * length > total) {
            throw new IllegalArgumentException(count + " samples of " + length + " out of " + total + " events");
        }
        this.length = length;
        this.lastStart = total - length;
        this.distance = count == 1 ? 1 : Math.max(length, lastStart / (count - 1));
    }

    @Override
    public void next(TraceEvent event, ReplayState state) {
        if (start == null && seen == nextStart) {
            start = state.copy();
            nextStart = Math.max(seen + length, Math.min(seen + distance, lastStart));
        }
        if (start != null) {
            events.add(event);
            if (events.size() == length) {
                samples.add(new TraceSample(start, events));
                events = new ArrayList<>();
                start = null;
            }
        }
        seen++;
    }

    /** What was taken so far. */
    public List<TraceSample> samples() {
        return List.copyOf(samples);
    }
}
