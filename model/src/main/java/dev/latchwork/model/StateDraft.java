package dev.latchwork.model;

/**
 * A state while one step writes it: the primed variables of an action. Lives inside one call of
 * {@link ProtocolState#with}, confined to its thread. A value that has no room in its variable is an
 * {@link IllegalStateException}.
 */
public final class StateDraft {
    private final StateLayout layout;
    private final long[] words;

    StateDraft(StateLayout layout, long[] words) {
        this.layout = layout;
        this.words = words;
    }

    /** Inserts {@code io} as the newest of the queue. */
    public void insert(int io) {
        layout.queue.append(words, io);
    }

    /** Removes the oldest I/O of the queue. */
    public void consume() {
        layout.queue.removeFirst(words);
    }

    /** Sets the idle set. */
    public void idle(int bits) {
        layout.idle.set(words, 0, bits);
    }

    /** Marks slot {@code worker} as belonging to a registered worker, or as free. */
    public void inUse(int worker, boolean value) {
        setBit(layout.inUse, worker, value);
    }

    /** Sets or resets the latch of slot {@code worker}. */
    public void latch(int worker, boolean value) {
        setBit(layout.latch, worker, value);
    }

    /** Makes an exit of {@code worker} pending, or forgets it. */
    public void exitRequested(int worker, boolean value) {
        setBit(layout.exitRequested, worker, value);
    }

    private void setBit(PackedArray set, int worker, boolean value) {
        int bits = set.get(words, 0);
        set.set(words, 0, value ? bits | (1 << worker) : bits & ~(1 << worker));
    }

    /** Moves {@code worker} to {@code point}. */
    public void point(int worker, WorkerPoint point) {
        layout.point.set(words, worker, point.code());
    }

    /** Puts {@code io} into the hand of {@code worker}; 0 empties it. */
    public void hand(int worker, int io) {
        layout.hand.set(words, worker, io);
    }

    /** Adds {@code wakeupTarget} to what {@code worker} owes. */
    public void owe(int worker, int wakeupTarget) {
        layout.owed[worker].append(words, code(wakeupTarget));
    }

    /** Strikes out the first wakeup that {@code worker} owes. */
    public void deliver(int worker) {
        layout.owed[worker].removeFirst(words);
    }

    /** Sets the number of workers that are started and not registered. */
    public void starting(int count) {
        layout.starting.set(words, 0, count);
    }

    /** Adds a worker without slot that owes exactly the latches {@code owes}. */
    public void addLeaver(int owes) {
        replaceLeaver(0, layout.encodeLeaver(owes));
    }

    /** Takes away a worker without slot that owes exactly the latches {@code owes}, if there is one. */
    public void removeLeaver(int owes) {
        replaceLeaver(layout.encodeLeaver(owes), 0);
    }

    /** Keeps the entries sorted, the free ones first, so that equal bags are equal words. */
    private void replaceLeaver(int oldCode, int newCode) {
        int last = layout.leavers.length - 1;
        int entry = 0;
        while (entry <= last && leaver(entry) != oldCode) {
            entry++;
        }
        if (entry > last) {
            if (oldCode == 0) {
                throw new IllegalStateException("leavers does not fit: " + (last + 1) + " elements");
            }
            return;
        }
        for (; entry < last && leaver(entry + 1) < newCode; entry++) {
            layout.leavers[entry].set(words, 0, leaver(entry + 1));
        }
        for (; entry > 0 && leaver(entry - 1) > newCode; entry--) {
            layout.leavers[entry].set(words, 0, leaver(entry - 1));
        }
        layout.leavers[entry].set(words, 0, newCode);
    }

    private int leaver(int entry) {
        return layout.leavers[entry].get(words, 0);
    }

    /** Sets which workers were chosen and have not looked at the queue since. */
    public void underWay(int bits) {
        layout.underWay.set(words, 0, bits);
    }

    /** Makes an interrupt of {@code worker} pending that is kept apart, or forgets it. */
    public void interrupted(int worker, boolean value) {
        setBit(layout.interrupted, worker, value);
    }

    /** Marks {@code worker} as coming from a wait, or not. */
    public void waited(int worker, boolean value) {
        setBit(layout.waited, worker, value);
    }

    /** Adds {@code batch} to what {@code submitter} has issued, if that is kept: {@link Bounds#closes}. */
    public void issued(int submitter, Batch batch) {
        if (layout.bounds().closes()) {
            PackedArray issued = layout.issued[submitter];
            int ids = ((1 << batch.size()) - 1) << (batch.first() - 1);
            issued.set(words, 0, issued.get(words, 0) | ids);
        }
    }

    /** Forgets what {@code submitter} has issued. */
    public void forgetIssued(int submitter) {
        layout.issued[submitter].set(words, 0, 0);
    }

    /** Sets the configured pool size. */
    public void target(int poolSize) {
        layout.target.set(words, 0, poolSize);
    }

    /** Moves {@code submitter} to {@code point}. */
    public void submitterPoint(int submitter, SubmitterPoint point) {
        layout.submitterPoint.set(words, submitter, point.code());
    }

    /** Sets whom {@code submitter} owes a wakeup. */
    public void submitterOwed(int submitter, int wakeupTarget) {
        layout.submitterOwed.set(words, submitter, code(wakeupTarget));
    }

    /** Adds {@code io} to what {@code submitter} has to perform itself. */
    public void leaveOver(int submitter, int io) {
        layout.leftover[submitter].append(words, io);
    }

    /** Strikes out the first I/O that {@code submitter} has to perform itself. */
    public void dropLeftover(int submitter) {
        layout.leftover[submitter].removeFirst(words);
    }

    /** Sets the status of the I/O {@code io}. */
    public void io(int io, IoStatus status) {
        layout.io.set(words, io - 1, status.code());
    }

    /** Sets how often {@code Reload} happened. */
    public void reloads(int count) {
        layout.reloads.set(words, 0, count);
    }

    /** Sets how often {@code Interrupt} happened. */
    public void interrupts(int count) {
        layout.interrupts.set(words, 0, count);
    }

    /** Sets how often {@code ReopenFail} happened. */
    public void reopenFailures(int count) {
        layout.reopenFailures.set(words, 0, count);
    }

    private int code(int wakeupTarget) {
        return WakeupTarget.encode(wakeupTarget, layout.bounds().workers());
    }
}
