package dev.latchwork.nemesis;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.probe.ForwardingProbe;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import dev.latchwork.model.history.QueueHistory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was inserted and consumed, each with the moment that it took inside the queue lock, and for consumes the moments
 * around it. Written by whoever takes the step, into memory that is there from the beginning; nothing is allocated.
 */
final class QueueLog extends ForwardingProbe {
    /*
     * Overview.
     * 1 What it is: one array of rows, of which each worker slot and each session takes a stretch at a time.
     * 2 Corresponds to: the operations of a QueueHistory; steps SUBMIT, CONSUME, CONSUME_QUIETLY and
     *   MARK_IDLE.
     * 3 Representation: a row is four words:
     *       0: kind | agent << 8 (0: not written)      1: the I/O, or -1 while its generation is not known
     *       2: moment of the call | moment in the lock << 32      3: moment of the answer (0: none)
     *   A consume is called when its worker has checked for interrupts, and has answered when the worker reopens or awaits.
     *   The calls and answers of inserts are the session's to tell (IoLog), who only knows when it called.
     * 4 Invariants: a row belongs to one agent; a slot has one worker at a time, a session number one session.
     * 5 Guards and lock order: the calls of critical sections come from inside the queue lock; nothing is locked here.
     * 6 Linearization points: the moment inside the lock is that of the operation.
     * 7 Memory ordering: word 0 is released last and acquired first by the reader, who may look while a worker hangs.
     * 8 Blocking and wakeup argument: none. 9 Departures, gaps: a log that is full says so and nothing can be judged.
     */
    static final int INSERTED = 1;
    static final int FULL = 2;
    static final int CONSUMED = 3;
    static final int EMPTY = 4;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int ROW = 4;
    private static final int STRETCH = 256;
    private static final int WORKERS = AioSettings.MAX_IO_WORKERS;
    private static final int NONE = -1;

    private final Moments moments;
    private final long[] words;
    private final int rows;
    private final AtomicInteger taken = new AtomicInteger();
    private final int[] next;
    private final int[] end;
    /** By slot: the moment after the last check for interrupts, and the row that has no answer yet. */
    private final int[] checked = new int[WORKERS];

    private final int[] open = new int[WORKERS];
    private volatile boolean full;

    /**
     * @param next is told of every step
     * @param sessions numbers of sessions, from 0
     * @param rows of 32 bytes each; an I/O that goes through the queue takes two, and each look at an empty queue one
     */
    QueueLog(Probe next, Moments moments, int sessions, int rows) {
        super(next);
        this.moments = moments;
        this.rows = rows;
        words = new long[ROW * rows];
        this.next = new int[WORKERS + sessions];
        this.end = new int[WORKERS + sessions];
        Arrays.fill(open, NONE);
    }

    @Override
    public long before(Step step, int actor, IoHandle io) {
        if (step == Step.REOPEN) {
            answer(actor, QueueHistory.valueOf(io.id(), io.generation()));
        } else if (step == Step.AWAIT) {
            answer(actor, NONE);
        }
        return super.before(step, actor, io);
    }

    private void answer(int slot, long io) {
        int row = open[slot];
        if (row != NONE) {
            words[ROW * row + 1] = io;
            words[ROW * row + 3] = moments.take();
            open[slot] = NONE;
        }
    }

    @Override
    public void after(long begun, Step step, int actor, int argument) {
        super.after(begun, step, actor, argument);
        if (step == Step.CHECK_INTERRUPTS) {
            checked[actor] = moments.take();
        }
    }

    @Override
    public void afterSection(
            long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle) {
        boolean consumed = step == Step.CONSUME || step == Step.CONSUME_QUIETLY;
        if (consumed || step == Step.MARK_IDLE) {
            int row = row(actor);
            if (row != NONE) {
                write(row, consumed ? CONSUMED : EMPTY, actor, NONE, checked[actor], moments.take());
            }
            open[actor] = row;
        }
        super.afterSection(begun, step, actor, argument, owed, depth, running, idle);
    }

    @Override
    public void afterSubmit(
            int session, IoHandle[] batch, int count, int inserted, int owed, int depth, int running, long idle) {
        // The first that did not fit was told so; the others were not tried.
        int tried = Math.min(count, inserted + 1);
        int moment = moments.take(tried);
        for (int i = 0; i < tried; i++) {
            int row = row(WORKERS + session);
            if (row != NONE) {
                long io = QueueHistory.valueOf(batch[i].id(), batch[i].generation());
                write(row, i < inserted ? INSERTED : FULL, session, io, 0, moment + i);
            }
        }
        super.afterSubmit(session, batch, count, inserted, owed, depth, running, idle);
    }

    private void write(int row, int kind, int agent, long io, int call, int moment) {
        int at = ROW * row;
        words[at + 1] = io;
        words[at + 2] = call | (long) moment << 32;
        WORDS.setRelease(words, at, kind | (long) agent << 8);
    }

    private int row(int agent) {
        if (next[agent] == end[agent]) {
            int stretch = taken.getAndAdd(STRETCH);
            if (stretch < 0 || stretch + STRETCH > rows) {
                full = true;
                return NONE;
            }
            next[agent] = stretch;
            end[agent] = stretch + STRETCH;
        }
        return next[agent]++;
    }

    /** Whether something was lost. */
    boolean isFull() {
        return full;
    }

    /** Rows that may be written. */
    int rows() {
        return Math.min(rows, taken.get());
    }

    /** One of the four kinds, or 0 if the row was not written. */
    int kind(int row) {
        return (int) (long) WORDS.getAcquire(words, ROW * row) & 255;
    }

    int agent(int row) {
        return (int) (words[ROW * row] >>> 8);
    }

    /** Or -1: nobody knows which. */
    long io(int row) {
        return words[ROW * row + 1];
    }

    int call(int row) {
        return (int) words[ROW * row + 2];
    }

    int moment(int row) {
        return (int) (words[ROW * row + 2] >>> 32);
    }

    /** Or 0. */
    int answer(int row) {
        return (int) words[ROW * row + 3];
    }
}
