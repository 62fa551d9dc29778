package dev.latchwork.aio.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.handle.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private final List<String> read = new ArrayList<>();

    private final EventReader reader = new EventReader() {
        @Override
        public void begin(long number, Step step, int actor, int id, long generation) {
            read.add(number + " begin " + step + " " + actor + " " + id + " " + generation);
        }

        @Override
        public void end(long number, long begun, Step step, int actor, int argument) {
            read.add(number + " end of " + begun + " " + step + " " + actor + " " + argument);
        }

        @Override
        public void section(
                long number,
                long begun,
                Step step,
                int actor,
                int argument,
                int owed,
                int depth,
                int running,
                long idle) {
            read.add(number + " section of " + begun + " " + step + " " + actor + " " + argument + " owes " + owed
                    + " depth " + depth + " running " + running + " idle " + Long.toHexString(idle));
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
            read.add(number + " submit " + session + " " + inserted + " owes " + owed + " depth " + depth + " running "
                    + running + " idle " + Long.toHexString(idle) + ios(ids, generations, count));
        }

        @Override
        public void submitSynchronously(long number, int session, int[] ids, long[] generations, int count) {
            read.add(number + " submit synchronously " + session + ios(ids, generations, count));
        }

        private static String ios(int[] ids, long[] generations, int count) {
            StringBuilder ios = new StringBuilder();
            for (int i = 0; i < count; i++) {
                ios.append(' ').append(ids[i]).append('.').append(generations[i]);
            }
            return ios.toString();
        }

        @Override
        public void startTakenBack(long number) {
            read.add(number + " taken back");
        }
    };

    /** Everything comes back, the largest and the smallest of each. Kills: a field that runs into the next. */
    @Test
    void read_whenRecorded_thenEveryFieldComesBack() {
        EventRecorder recorder = new EventRecorder(12);
        long begun = recorder.before(Step.PERFORM, 31, new Handle(65535));
        recorder.after(begun, Step.PERFORM, 31, 65535);
        recorder.afterSection(
                Probe.NOT_ANNOUNCED, Step.RELOAD, Probe.SUPERVISOR, -1, 32, 65535, 32, 0xffff_ffff_ffff_ffffL);
        recorder.afterSubmit(63, new IoHandle[] {new Handle(1), new Handle(2), new Handle(3)}, 3, 2, 1, 2, 32, 1);
        recorder.afterSubmitSynchronously(7, new IoHandle[] {new Handle(4), new Handle(65535)}, 2);
        recorder.startTakenBack();
        recorder.after(recorder.before(Step.AWAIT, 0, null), Step.AWAIT, 0, -1);
        recorder.read(reader);
        assertEquals(
                List.of(
                        "1 begin PERFORM 31 65535 1",
                        "2 end of 1 PERFORM 31 65535",
                        "3 section of 0 RELOAD -1 -1 owes 32 depth 65535 running 32 idle ffffffffffffffff",
                        "4 submit 63 2 owes 1 depth 2 running 32 idle 1 1.1 2.1 3.1",
                        "7 submit synchronously 7 4.1 65535.1",
                        "9 taken back",
                        "10 begin AWAIT 0 -1 0",
                        "11 end of 10 AWAIT 0 -1"),
                read);
    }

    /**
     * Whatever order of two steps their numbers allow, their moments allow too. Kills: a clock that is read between two numbers
     * (before the number of an end, or after that of an announcement).
     */
    @Test
    void nanosAt_whenTwoThreadsRecord_thenSpansContainThoseOfTheNumbers() throws Exception {
        int steps = 50_000;
        EventRecorder recorder = new EventRecorder(4 * steps);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            // More than once: on a busy machine two threads do not always run at once.
            for (int round = 0; round < 20; round++) {
                recorder.clear();
                boolean[] isBegin = new boolean[4 * steps + 1];
                CyclicBarrier begin = new CyclicBarrier(2);
                for (Future<Void> each : threads.invokeAll(
                        List.of(steps(recorder, begin, isBegin, 0), steps(recorder, begin, isBegin, 1)))) {
                    each.get();
                }
                assertEquals(isBegin.length - 1, recorder.rowsTaken());
                assertEquals(0, earlyEnds(recorder, isBegin));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Half of the numbers that there are, each step announced; notes which are the announcements'. */
    private static Callable<Void> steps(EventRecorder recorder, CyclicBarrier begin, boolean[] isBegin, int actor) {
        return () -> {
            begin.await();
            for (int i = 0; i < isBegin.length / 4; i++) {
                long begun = recorder.before(Step.PERFORM, actor, null);
                isBegin[(int) begun] = true;
                recorder.after(begun, Step.PERFORM, actor, i);
            }
            return null;
        };
    }

    /** Ends whose moment is before that of an announcement with a lower number. */
    private static int earlyEnds(EventRecorder recorder, boolean[] isBegin) {
        long latest = Long.MIN_VALUE;
        int early = 0;
        for (int number = 1; number < isBegin.length; number++) {
            if (isBegin[number]) {
                latest = Math.max(latest, recorder.nanosAt(number));
            } else if (recorder.nanosAt(number) < latest) {
                early++;
            }
        }
        return early;
    }

    /** What did not fit is not passed over. Kills: a recording with a gap that is judged as if it had none. */
    @Test
    void read_whenFull_thenRefuses() {
        EventRecorder recorder = new EventRecorder(1);
        recorder.startTakenBack();
        recorder.read(reader);
        recorder.startTakenBack();
        assertThrows(IllegalStateException.class, () -> recorder.read(reader));
        recorder.clear();
        read.clear();
        recorder.startTakenBack();
        recorder.read(reader);
        assertEquals(List.of("1 taken back"), read);
    }

    /** A batch of which only a part would fit is not written at all. Kills: a write beyond the end. */
    @Test
    void read_whenABatchDoesNotFit_thenRefuses() {
        EventRecorder recorder = new EventRecorder(2);
        recorder.afterSubmit(0, new IoHandle[] {new Handle(1), new Handle(2), new Handle(3)}, 3, 2, 1, 2, 32, 1);
        assertThrows(IllegalStateException.class, () -> recorder.read(reader));
    }
}
