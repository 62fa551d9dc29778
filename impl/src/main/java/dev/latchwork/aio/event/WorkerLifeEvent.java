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
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final WorkerLifeEvent LISTENER = new WorkerLifeEvent();

    @Label("Worker")
    private int worker;

    @Label("I/Os performed")
    private long ios;

    @Label("Ended by a failed reopen")
    private boolean reopenFailed;

    /** A begun event if somebody listens, else null. */
    public static WorkerLifeEvent begun() {
        if (!LISTENER.isEnabled()) {
            return null;
        }
        WorkerLifeEvent event = new WorkerLifeEvent();
        event.begin();
        return event;
    }

    /** Ends and records the event. */
    public void record(int worker, long ios, boolean reopenFailed) {
        this.worker = worker;
        this.ios = ios;
        this.reopenFailed = reopenFailed;
        commit();
    }
}
