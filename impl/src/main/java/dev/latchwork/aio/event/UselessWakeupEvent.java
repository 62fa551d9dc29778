package dev.latchwork.aio.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A woken worker found the queue empty. */
@Name("dev.latchwork.UselessWakeup")
@Label("Useless wakeup")
@Category("Latchwork")
@Description("A woken worker found the queue empty.")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class UselessWakeupEvent extends Event {
    /** Asked whether somebody listens, so that no event is made in vain. */
    private static final UselessWakeupEvent LISTENER = new UselessWakeupEvent();

    @Label("Worker")
    private int worker;

    /** Records an event if somebody listens. */
    public static void record(int worker) {
        if (LISTENER.isEnabled()) {
            UselessWakeupEvent event = new UselessWakeupEvent();
            event.worker = worker;
            event.commit();
        }
    }
}
