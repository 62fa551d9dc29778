package dev.latchwork.aio.worker;

/** Which worker the supervisor asks to exit when the pool is to shrink. Called under the queue lock; pure. */
@FunctionalInterface
public interface RetirePolicy {
    /**
     * The highest slot, so that the registry stays dense. The postmaster takes its own highest child, which need not be the
     * one with the highest slot; the specification therefore lets it be any.
     */
    RetirePolicy HIGHEST = registered -> Long.SIZE - 1 - Long.numberOfLeadingZeros(registered);

    /**
     * The slot of the worker to ask.
     *
     * @param registered bit w is the worker in slot w; never 0
     * @return one of them
     */
    int choose(long registered);
}
