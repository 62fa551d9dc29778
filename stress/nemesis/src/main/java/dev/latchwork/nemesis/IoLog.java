package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.QueueHistory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one session called and was answered, I/O by I/O, in memory that is there from the beginning: nothing is allocated
 * while it runs. Written by the session's thread; read when that has ended, or hangs.
 */
final class IoLog {
    /*
     * Overview.
     * 1 What it is: an array of rows, in the order of the calls.
     * 2 Corresponds to: the operations of a BlockHistory, and the calls around those of a QueueHistory.
     * 3 Representation: a row is five words:
     *       0: moment of the call | moment of the answer << 32 (0: none)
     *       1: block | write << 32 | outcome << 33 | pieces << 36 | (place of its words + 1) << 40 (0: one value)
     *       2: value written, or read        3: the I/O (QueueHistory.valueOf)     4: moment after the submit (0: none)
     *   A torn read has its words in an array beside it.
     * 4 Invariants: a row is complete but for its answer when `rows` counts it.
     * 5 Guards and lock order: none; one thread writes.
     * 6 Linearization points: none. The moments are taken before the call and after the answer.
     * 7 Memory ordering: `rows` and word 0 are released by the writer and acquired by the reader, who may look while the
     *   session hangs.
     * 8 Blocking and wakeup argument: none. 9 Departures, gaps: a log that is full says so and nothing can be judged.
     */
    /** How an I/O ended. */
    enum Outcome {
        PENDING,
        /** Transferred so many pieces. */
        TRANSFERRED,
        /** -ENOENT: was not performed. */
        NOT_PERFORMED,
        /** Another error: nobody knows what was transferred. */
        FAILED
    }

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int ROW = 5;
    private static final int ONE_VALUE = 0;

    private final Moments moments;
    private final long[] words;
    private final long[] torn;
    private final int capacity;
    private final AtomicInteger rows = new AtomicInteger();
    /** The same, for the writer. */
    private int count;

    private int tornCount;
    private volatile boolean full;

    /** For so many I/Os, of which a quarter may be torn reads. */
    IoLog(Moments moments, int capacity) {
        this.moments = moments;
        this.capacity = capacity;
        words = new long[ROW * capacity];
        torn = new long[BlockHistory.WORDS * (capacity / 4 + 1)];
    }

    /** An I/O is about to be started: takes the moment of its call. Returns its row. */
    int begin(int block, boolean write, long value, int handle, long generation) {
        if (count == capacity) {
            full = true;
            return capacity - 1;
        }
        int row = count;
        int at = ROW * row;
        words[at + 1] = block | (write ? 1L << 32 : 0);
        words[at + 2] = value;
        words[at + 3] = QueueHistory.valueOf(handle, generation);
        words[at + 4] = 0;
        WORDS.setRelease(words, at, (long) moments.take());
        rows.setRelease(++count);
        return row;
    }

    /** The last I/O was not started after all. */
    void takeBack() {
        rows.setRelease(--count);
    }

    /** The batch of these rows has been submitted. */
    void submitted(int row, int moment) {
        words[ROW * row + 4] = moment;
    }

    /** The I/O has an answer, and whatever it read is of one value. */
    void end(int row, Outcome outcome, int pieces, long value) {
        words[ROW * row + 2] = value;
        end(row, outcome, pieces, ONE_VALUE);
    }

    /** The I/O has read words of several values. */
    void endTorn(int row, int pieces, long[] read) {
        int at = BlockHistory.WORDS * tornCount;
        if (at + BlockHistory.WORDS > torn.length) {
            full = true;
            return;
        }
        System.arraycopy(read, 0, torn, at, BlockHistory.WORDS);
        end(row, Outcome.TRANSFERRED, pieces, ++tornCount);
    }

    @SuppressWarnings("EnumOrdinal") // never leaves the JVM
    private void end(int row, Outcome outcome, int pieces, int place) {
        int at = ROW * row;
        words[at + 1] |= (long) outcome.ordinal() << 33 | (long) pieces << 36 | (long) place << 40;
        WORDS.setRelease(words, at, words[at] | (long) moments.take() << 32);
    }

    /** Whether something was lost. */
    boolean isFull() {
        return full;
    }

    int rows() {
        return rows.getAcquire();
    }

    int tornReads() {
        return tornCount;
    }

    int invocation(int row) {
        return (int) (long) WORDS.getAcquire(words, ROW * row);
    }

    /** Or 0. */
    int response(int row) {
        return (int) ((long) WORDS.getAcquire(words, ROW * row) >>> 32);
    }

    int block(int row) {
        return (int) words[ROW * row + 1];
    }

    boolean isWrite(int row) {
        return (words[ROW * row + 1] & 1L << 32) != 0;
    }

    Outcome outcome(int row) {
        return response(row) == 0 ? Outcome.PENDING : OUTCOMES[(int) (words[ROW * row + 1] >>> 33) & 7];
    }

    int pieces(int row) {
        return (int) (words[ROW * row + 1] >>> 36) & 15;
    }

    long value(int row) {
        return words[ROW * row + 2];
    }

    /** The words of a torn read, or null. */
    long[] torn(int row) {
        int place = (int) (words[ROW * row + 1] >>> 40);
        if (place == ONE_VALUE) {
            return null;
        }
        long[] read = new long[BlockHistory.WORDS];
        System.arraycopy(torn, BlockHistory.WORDS * (place - 1), read, 0, BlockHistory.WORDS);
        return read;
    }

    /** The I/O. */
    long io(int row) {
        return words[ROW * row + 3];
    }

    /** Or 0. */
    int submitted(int row) {
        return (int) words[ROW * row + 4];
    }
}
