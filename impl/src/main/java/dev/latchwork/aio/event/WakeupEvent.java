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
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final WakeupEvent LISTENER = new WakeupEvent();

    @Label("Woken by")
    private String by;

    @Label("Woken worker")
    private int worker;

    /** Records an event if somebody listens. */
    public static void record(String by, int worker) {
        if (LISTENER.isEnabled()) {
            WakeupEvent event = new WakeupEvent();
            event.by = by;
            event.worker = worker;
            event.commit();
        }
    }
}
