package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A worker or a submitter performed an I/O and completed it; the duration is that of both. */
@Name("dev.latchwork.IoExecute")
@Label("I/O executed")
@Category("Latchwork")
@Description("A worker or a submitter performed an I/O and completed it; the duration is that of both.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class IoExecuteEvent extends Event {
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final IoExecuteEvent LISTENER = new IoExecuteEvent();

    @Label("Worker, or -1 for a submitter")
    private int executor;

    @Label("Handle")
    private int handle;

    @Label("Generation")
    private long generation;

    @Label("Bytes, or a negated error number")
    private int result;

    /** A begun event if somebody listens, else null. */
    public static IoExecuteEvent begun() {
        if (!LISTENER.isEnabled()) {
            return null;
        }
        IoExecuteEvent event = new IoExecuteEvent();
        event.begin();
        return event;
    }

    /** Ends and records the event. */
    public void record(int executor, int handle, long generation, int result) {
        this.executor = executor;
        this.handle = handle;
        this.generation = generation;
        this.result = result;
        commit();
    }
}
