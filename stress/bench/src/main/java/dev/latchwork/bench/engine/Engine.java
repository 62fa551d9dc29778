package dev.latchwork.bench.engine;

/** Something that performs batches of reads for threads that submit them. Thread-safe. */
public interface Engine extends AutoCloseable {
    /** A place for one submitting thread, which alone uses it. */
    Lane openLane();

    /** What happened since the engine was made. */
    EngineCounts counts();

    /** Ends the engine and its threads; its lanes are closed before. */
    @Override
    void close();
}
