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
    @Label("Worker, or -1 for a submitter")
    private int executor;

    @Label("Handle")
    private int handle;

    @Label("Generation")
    private long generation;

    @Label("Bytes, or a negated error number")
    private int result;

    /** Records the event if somebody listens. */
    public void record(int executor, int handle, long generation, int result) {
        if (shouldCommit()) {
            this.executor = executor;
            this.handle = handle;
            this.generation = generation;
            this.result = result;
            commit();
        }
    }
}
