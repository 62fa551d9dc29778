package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** An I/O did not fit into the submission queue and ran in its submitter. */
@Name("dev.latchwork.SynchronousFallback")
@Label("Synchronous fallback")
@Category("Latchwork")
@Description("An I/O did not fit into the submission queue and ran in its submitter.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class SynchronousFallbackEvent extends Event {
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final SynchronousFallbackEvent LISTENER = new SynchronousFallbackEvent();

    @Label("Session")
    private int session;

    @Label("Handle")
    private int handle;

    /** Records an event if somebody listens. */
    public static void record(int session, int handle) {
        if (LISTENER.isEnabled()) {
            SynchronousFallbackEvent event = new SynchronousFallbackEvent();
            event.session = session;
            event.handle = handle;
            event.commit();
        }
    }
}
