package dev.latchwork.lincheck;

import java.util.List;

/**
 * The order in which a controlled scheduler let the threads take their steps, up to the failure. Immutable.
 *
 * @param threads how many there are
 * @param events the steps, one after another
 */
record Interleaving(int threads, List<Event> events) {
    /** Instead of an index or a moment: there is none. */
    static final int NONE = -1;

    /** Copies the events. */
    Interleaving {
        events = List.copyOf(events);
    }

    /**
     * A step: a call with all that happens in it, or an access to what threads share.
     *
     * @param thread whose, from 0
     * @param alone whether it is one of the operations before or after the threads, or within one
     * @param action what is called or done
     * @param arguments of a call
     * @param at the place in the code, such as {@code Latch.await(Latch.java:105)}; null of an operation, which nobody calls
     * @param within the index of the call that it is in, or {@link #NONE}
     * @param begin when it began: moments are counted from 1, and each is one beginning or one end
     * @param end when it ended; {@link #NONE} if it has not
     * @param result what a call gave; null if nothing
     * @param thrown whether that is an exception
     * @param waits what its thread waits for from here on, in words; null if it does not wait
     */
    record Event(
            int thread,
            boolean alone,
            String action,
            List<String> arguments,
            String at,
            int within,
            int begin,
            int end,
            String result,
            boolean thrown,
            String waits) {
        boolean hasEnded() {
            return end != NONE;
        }
    }
}
