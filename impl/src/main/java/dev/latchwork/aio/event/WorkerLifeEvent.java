package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A worker has ended; the duration is its life. */
@Name("dev.latchwork.WorkerLife")
@Label("Life of a worker")
@Category("Latchwork")
@Description("A worker has ended; the duration is its life.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class WorkerLifeEvent extends Event {
    @Label("Worker")
    private int worker;

    @Label("I/Os performed")
    private long ios;

    @Label("Ended by a failed reopen")
    private boolean reopenFailed;

    /** Records the event if somebody listens. */
    public void record(int worker, long ios, boolean reopenFailed) {
        if (shouldCommit()) {
            this.worker = worker;
            this.ios = ios;
            this.reopenFailed = reopenFailed;
            commit();
        }
    }
}
