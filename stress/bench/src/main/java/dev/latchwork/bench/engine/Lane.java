package dev.latchwork.bench.engine;

/** One submitter's batch: the same I/Os on the same buffers again and again. Confined to its thread. */
public interface Lane extends AutoCloseable {
    /** Hands the whole batch over; what the engine has no room for is performed here. */
    void submit();

    /**
     * Waits until every I/O of the batch has completed, for the last one first: whoever needs all of them is then woken
     * once, not once for each. Throws {@link IllegalStateException} if one has failed.
     */
    void awaitAll();

    @Override
    void close();
}
