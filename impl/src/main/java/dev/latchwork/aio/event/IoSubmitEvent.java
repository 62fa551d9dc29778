package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A session gave a batch to the worker method. */
@Name("dev.latchwork.IoSubmit")
@Label("I/O submitted")
@Category("Latchwork")
@Description("A session gave a batch to the worker method.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class IoSubmitEvent extends Event {
    @Label("Session")
    private int session;

    @Label("I/Os in the batch")
    private int ios;

    @Label("I/Os that fitted into the queue")
    private int queued;

    /** Records the event if somebody listens. */
    public void record(int session, int ios, int queued) {
        if (shouldCommit()) {
            this.session = session;
            this.ios = ios;
            this.queued = queued;
            commit();
        }
    }
}
