package dev.latchwork.aio.probe;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records every step of a run, with its place in the order of all steps, into memory that it has from the beginning: it
 * allocates nothing while it records. Thread-safe while it records; {@link #read} and {@link #clear} are for one thread,
 * after every thread that was recorded has ended.
 *
 * <p>A recorder that is full loses events, and then says so: {@link #read} refuses a recording with a gap.
 */
public final class EventRecorder implements Probe {
    /*
     * Overview.
     * 1 What it is: one array of rows, and a counter that gives out rows. The number of a row is its sequence number; so the
     *   recording is in order without being sorted.
     * 2 Corresponds to: one row, or two, for each transition of the specification.
     * 3 Representation: a row is four words.
     *       word 0: kind | step << 3 | owed << 8 | (actor + 1) << 16 | argument << 32
     *       BEGIN    1: id of the handle, or -1     2: its generation
     *       END      1: row of its BEGIN
     *       SECTION  1: row of its BEGIN, or 0      2: depth | running << 32     3: idle set
     *       SUBMIT   1: I/Os of the batch           2: depth | running << 32     3: idle set (SUBMIT_SYNCHRONOUSLY: 0)
     *                then a row for every two of them: id, generation, id, generation
     *       TAKEN_BACK
     *   Beside each row stands the clock, which was read before the number of a BEGIN was taken, and after that of any other.
     *   Row 0 is not used: it stands for "not announced".
     * 4 Invariants: a row belongs to the thread that took its number, and is written once.
     * 5 Guards and lock order: none taken; rows of critical sections are taken inside the queue lock.
     * 6 Linearization points: the counter's increment gives an event its place.
     * 7 Memory ordering: the increment is a full fence, so a number that is taken after a step is higher than one that some
     *   other thread took before it did what this step has seen. The words are plain: they are read after the run, ordered
     *   by the ends of its threads.
     *   What is ordered: critical sections, as they happened, since the number is taken before the lock is released. Any
     *   two steps of which one was over before the other began. What is not: a step outside the lock and anything between
     *   its two numbers; a judge must take that as free. The clock orders nothing more: as it is read outside the numbers, the
     *   span between its two readings of a step contains that between the step's numbers, and any order that these allow.
     * 8 Blocking and wakeup argument: blocks nowhere. Two steps that differ in time by less than their numbers' distance
     *   slow each other down by the counter's cache line, which is the price of one order for all.
     * 9 Departures, gaps: what the run does that is no step of the protocol (an I/O that was never given to the queue, a
     *   session's opening and close, the failure of the instance) is not recorded.
     */
    private static final int ROW = 4;
    /** I/Os whose id and generation fit into a row. */
    private static final int IOS_OF_A_ROW = 2;

    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int SECTION = 3;
    private static final int SUBMIT = 4;
    private static final int TAKEN_BACK = 5;

    private static final Step[] STEPS = Step.values();

    private final long[] words;
    private final long[] nanos;
    private final int rows;
    private final AtomicLong next = new AtomicLong(1);

    /**
     * A recorder for so many rows, of 40 bytes each; an I/O that goes through the queue takes about eight.
     *
     * @param rows 1 to 2^28 - 1
     */
    public EventRecorder(int rows) {
        if (rows < 1 || rows >= 1 << 28) {
            throw new IllegalArgumentException(rows + " is outside the valid range for rows (1 .. 2^28 - 1)");
        }
        this.rows = rows;
        words = new long[ROW * (rows + 1)];
        nanos = new long[rows + 1];
    }

    @Override
    public long before(Step step, int actor, IoHandle io) {
        long now = System.nanoTime();
        long number = take(1);
        if (number >= 0) {
            nanos[(int) number] = now;
            int at = ROW * (int) number;
            words[at + 1] = io == null ? -1 : io.id();
            words[at + 2] = io == null ? 0 : io.generation();
            words[at] = head(BEGIN, step, actor, 0, 0);
        }
        return number;
    }

    @Override
    public void after(long begun, Step step, int actor, int argument) {
        long number = takeAndLook(1);
        if (number >= 0) {
            int at = ROW * (int) number;
            words[at + 1] = begun;
            words[at] = head(END, step, actor, argument, 0);
        }
    }

    @Override
    public void afterSection(
            long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle) {
        long number = takeAndLook(1);
        if (number >= 0) {
            write(SECTION, (int) number, step, actor, argument, owed, begun, depth, running, idle);
        }
    }

    @Override
    public void afterSubmit(
            int session, IoHandle[] batch, int count, int inserted, int owed, int depth, int running, long idle) {
        long number = takeForBatch(batch, count);
        if (number >= 0) {
            write(SUBMIT, (int) number, Step.SUBMIT, session, inserted, owed, count, depth, running, idle);
        }
    }

    @Override
    public void afterSubmitSynchronously(int session, IoHandle[] batch, int count) {
        long number = takeForBatch(batch, count);
        if (number >= 0) {
            write(SUBMIT, (int) number, Step.SUBMIT_SYNCHRONOUSLY, session, 0, 0, count, 0, 0, 0);
        }
    }

    /** Takes rows for a batch and fills all but the first. */
    private long takeForBatch(IoHandle[] batch, int count) {
        long number = takeAndLook(1 + rowsFor(count));
        if (number >= 0) {
            int at = ROW * ((int) number + 1);
            for (int i = 0; i < count; i++) {
                words[at + 2 * i] = batch[i].id();
                words[at + 2 * i + 1] = batch[i].generation();
            }
        }
        return number;
    }

    @Override
    public void startTakenBack() {
        long number = takeAndLook(1);
        if (number >= 0) {
            words[ROW * (int) number] = head(TAKEN_BACK, Step.START_WORKER, SUPERVISOR, 0, 0);
        }
    }

    private static int rowsFor(int count) {
        return (count + IOS_OF_A_ROW - 1) / IOS_OF_A_ROW;
    }

    /** The first of so many rows, or -1 if they are not there. */
    private long take(int count) {
        long number = next.getAndAdd(count);
        return number + count - 1 <= rows ? number : -1;
    }

    /** The same, and looks at the clock then. */
    private long takeAndLook(int count) {
        long number = take(count);
        if (number >= 0) {
            nanos[(int) number] = System.nanoTime();
        }
        return number;
    }

    private void write(
            int kind,
            int number,
            Step step,
            int actor,
            int argument,
            int owed,
            long first,
            int depth,
            int running,
            long idle) {
        int at = ROW * number;
        words[at + 1] = first;
        words[at + 2] = depth | (long) running << 32;
        words[at + 3] = idle;
        words[at] = head(kind, step, actor, argument, owed);
    }

    @SuppressWarnings("EnumOrdinal") // a recording never leaves the JVM that made it
    private static long head(int kind, Step step, int actor, int argument, int owed) {
        return kind | (long) step.ordinal() << 3 | (long) owed << 8 | (long) (actor + 1) << 16 | (long) argument << 32;
    }

    /** Rows that were asked for so far, lost ones included. */
    public long rowsTaken() {
        return next.get() - 1;
    }

    /**
     * The clock at a number that {@link #read} gives, in the nanoseconds of {@link System#nanoTime}: read before the number of
     * an announcement was taken, and after any other, within the lock if that was held.
     */
    public long nanosAt(int number) {
        return nanos[number];
    }

    /** Forgets everything, for the next run. */
    public void clear() {
        int used = (int) Math.min(rows, rowsTaken());
        Arrays.fill(words, 0, ROW * (used + 1), 0);
        next.set(1);
    }

    /**
     * Gives everything that was recorded to a reader, in order.
     *
     * @throws IllegalStateException if the recorder was full, or a thread has taken a number and not written its row
     */
    public void read(EventReader reader) {
        if (rowsTaken() > rows) {
            throw new IllegalStateException("the recorder has " + rows + " rows, but " + rowsTaken()
                    + " were needed: events are lost, and nothing can be judged");
        }
        int[] ids = new int[AioSettings.SUBMIT_BATCH_SIZE];
        long[] generations = new long[AioSettings.SUBMIT_BATCH_SIZE];
        for (int number = 1; number <= rowsTaken(); number++) {
            int at = ROW * number;
            long head = words[at];
            Step step = STEPS[(int) (head >> 3) & 31];
            int owed = (int) (head >> 8) & 255;
            int actor = ((int) (head >> 16) & 0xffff) - 1;
            int argument = (int) (head >> 32);
            int depth = (int) words[at + 2];
            int running = (int) (words[at + 2] >> 32);
            switch ((int) head & 7) {
                case BEGIN -> reader.begin(number, step, actor, (int) words[at + 1], words[at + 2]);
                case END -> reader.end(number, words[at + 1], step, actor, argument);
                case SECTION ->
                    reader.section(number, words[at + 1], step, actor, argument, owed, depth, running, words[at + 3]);
                case SUBMIT -> {
                    int count = (int) words[at + 1];
                    for (int i = 0; i < count; i++) {
                        ids[i] = (int) words[at + ROW + 2 * i];
                        generations[i] = words[at + ROW + 2 * i + 1];
                    }
                    if (step == Step.SUBMIT) {
                        reader.submit(
                                number, actor, argument, owed, depth, running, words[at + 3], ids, generations, count);
                    } else {
                        reader.submitSynchronously(number, actor, ids, generations, count);
                    }
                    number += rowsFor(count);
                }
                case TAKEN_BACK -> reader.startTakenBack(number);
                default ->
                    throw new IllegalStateException(
                            "row " + number + " was taken and not written: a thread of the run has not ended");
            }
        }
    }
}
