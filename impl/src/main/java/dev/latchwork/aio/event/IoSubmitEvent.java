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
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final IoSubmitEvent LISTENER = new IoSubmitEvent();

    @Label("Session")
    private int session;

    @Label("I/Os in the batch")
    private int ios;

    @Label("I/Os that fitted into the queue")
    private int queued;

    /** Records an event if somebody listens. */
    public static void record(int session, int ios, int queued) {
        if (LISTENER.isEnabled()) {
            IoSubmitEvent event = new IoSubmitEvent();
            event.session = session;
            event.ios = ios;
            event.queued = queued;
            event.commit();
        }
    }
}
