package dev.latchwork.bench;

/** What is measured of an engine in one fork. */
enum Metric {
    /** Batches in the measured time. */
    BATCHES,
    /** Processor time of a submit, median, us; one look at the clock included. */
    SUBMIT_CPU_P50,
    /** The same, 99th percentile. */
    SUBMIT_CPU_P99,
    /** Time from before the submit to the last completion, median, us. */
    BATCH_P50,
    /** The same, 99th percentile. */
    BATCH_P99,
    /** I/Os of a batch that the submitter performed itself, mean. */
    INLINE,
    /** Workers that submitters woke, mean for a batch. */
    SUBMITTER_WAKEUPS,
    /** Workers that anybody woke, mean for a batch. */
    WAKEUPS,
    /** Workers woken that found nothing to do, mean for a batch. */
    USELESS_WAKEUPS,
    /** Voluntary context switches of all threads but submitters, mean for a batch. */
    SLEEPS,
    /** Bytes allocated by all threads for an I/O, mean. */
    BYTES_PER_IO
}
