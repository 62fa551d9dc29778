package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A latch was set to wake an idle worker. */
@Name("dev.latchwork.Wakeup")
@Label("Wakeup")
@Category("Latchwork")
@Description("A latch was set to wake an idle worker.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class WakeupEvent extends Event {
    @Label("Woken by")
    private String by;

    @Label("Woken worker")
    private int worker;

    /** Records the event if somebody listens. */
    public void record(String by, int worker) {
        if (shouldCommit()) {
            this.by = by;
            this.worker = worker;
            commit();
        }
    }
}
