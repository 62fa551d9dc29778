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
    @Label("Session")
    private int session;

    @Label("Handle")
    private int handle;

    /** Records the event if somebody listens. */
    public void record(int session, int handle) {
        if (shouldCommit()) {
            this.session = session;
            this.handle = handle;
            commit();
        }
    }
}
