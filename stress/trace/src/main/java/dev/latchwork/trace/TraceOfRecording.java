package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventReader;
import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.RecordedTrace;
import dev.latchwork.model.trace.TraceEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says what the code recorded in the words of the model, which does not know the code. It translates names and adds nothing.
 * Confined to its thread.
 */
public final class TraceOfRecording implements EventReader {
    private static final Map<Step, RecordedAction> ACTIONS = actions();

    private final RecordedTrace.Builder trace = new RecordedTrace.Builder();
    /** By the number of an announcement: the I/O that the step is about to be taken on. */
    private final long[] announced;

    private TraceOfRecording(long rows) {
        announced = new long[Math.toIntExact(rows + 1)];
    }

    /**
     * What the recorder holds.
     *
     * @throws IllegalStateException if the recording has a gap
     */
    public static RecordedTrace of(EventRecorder recorder) {
        TraceOfRecording reader = new TraceOfRecording(recorder.rowsTaken());
        recorder.read(reader);
        return reader.trace.build();
    }

    private static Map<Step, RecordedAction> actions() {
        Map<Step, RecordedAction> actions = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            actions.put(step, RecordedAction.ofLabel(step.action()));
        }
        return actions;
    }

    @Override
    public void begin(long number, Step step, int actor, int id, long generation) {
        announced[(int) number] = id < 0 ? IoUse.NONE : IoUse.of(id, generation);
    }

    @Override
    public void end(long number, long begun, Step step, int actor, int argument) {
        trace.add(new TraceEvent(
                ACTIONS.get(step), actor, argument, announced[(int) begun], List.of(), 0, 0, 0, 0, (int) begun, (int)
                        number));
    }

    @Override
    public void section(
            long number, long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle) {
        int begin = (int) (begun == Probe.NOT_ANNOUNCED ? number : begun);
        trace.add(new TraceEvent(
                ACTIONS.get(step),
                actor,
                argument,
                IoUse.NONE,
                List.of(),
                owed,
                depth,
                running,
                slots(idle),
                begin,
                (int) number));
    }

    @Override
    public void submit(
            long number,
            int session,
            int inserted,
            int owed,
            int depth,
            int running,
            long idle,
            int[] ids,
            long[] generations,
            int count) {
        trace.add(new TraceEvent(
                RecordedAction.SUBMIT,
                session,
                inserted,
                IoUse.NONE,
                batch(ids, generations, count),
                owed,
                depth,
                running,
                slots(idle),
                (int) number,
                (int) number));
    }

    @Override
    public void submitSynchronously(long number, int session, int[] ids, long[] generations, int count) {
        trace.add(new TraceEvent(
                RecordedAction.SUBMIT_SYNCHRONOUSLY,
                session,
                count,
                IoUse.NONE,
                batch(ids, generations, count),
                0,
                0,
                0,
                0,
                (int) number,
                (int) number));
    }

    private static List<Long> batch(int[] ids, long[] generations, int count) {
        List<Long> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(IoUse.of(ids[i], generations[i]));
        }
        return batch;
    }

    @Override
    public void startTakenBack(long number) {
        trace.add(new TraceEvent(
                RecordedAction.START_TAKEN_BACK,
                TraceEvent.NOBODY,
                -1,
                IoUse.NONE,
                List.of(),
                0,
                0,
                0,
                0,
                (int) number,
                (int) number));
    }

    private static int slots(long bits) {
        if (bits >>> 32 != 0) {
            throw new IllegalStateException("a worker above 31 is idle: " + Long.toHexString(bits));
        }
        return (int) bits;
    }
}
