package dev.latchwork.nemesis;

import dev.latchwork.aio.AioStatistics;
import java.util.Locale;

/**
 * What a copy came to.
 *
 * @param bytes size of the source
 * @param reads I/Os that read, retries included
 * @param writes I/Os that wrote, retries included
 * @param injected reopens made to fail
 * @param seen failures that sessions found in their results, each retried
 * @param interrupts workers asked to exit
 * @param resizes changes of the pool's size
 * @param sourceDigest SHA-256 of the source, in hexadecimal
 * @param copyDigest SHA-256 of the copy
 * @param statistics counters at the end
 * @param seconds the copy's wall time, digests excluded
 */
record CopyOutcome(
        long bytes,
        long reads,
        long writes,
        long injected,
        long seen,
        long interrupts,
        long resizes,
        String sourceDigest,
        String copyDigest,
        AioStatistics statistics,
        double seconds)
        implements RunOutcome {

    /** What is wrong with it, or null: the copy's promise, clause by clause. */
    @Override
    public String fault() {
        if (!sourceDigest.equals(copyDigest)) {
            return "the copy differs from its source";
        }
        if (injected != seen) {
            return injected + " reopens were made to fail, but sessions saw " + seen + " failures";
        }
        if (statistics.reopenFailures() != seen) {
            return "workers counted " + statistics.reopenFailures() + " failed reopens, sessions " + seen;
        }
        if (statistics.queued() != statistics.consumed()) {
            return statistics.queued() + " I/Os were queued, but " + statistics.consumed() + " consumed";
        }
        if (statistics.queued() + statistics.synchronousFallbacks() != reads + writes) {
            return statistics.queued() + " I/Os queued and " + statistics.synchronousFallbacks()
                    + " performed synchronously are not the " + (reads + writes) + " issued";
        }
        if (statistics.workersStarted() != statistics.workersExited()) {
            return statistics.workersStarted() + " workers were started, but " + statistics.workersExited() + " ended";
        }
        return null;
    }

    /** I/Os issued, retries included. */
    long ios() {
        return reads + writes;
    }

    @Override
    public String inWords() {
        AioStatistics s = statistics;
        return String.format(
                Locale.ROOT,
                """
                copied                %,d bytes in %.1f s
                SHA-256 of source     %s
                SHA-256 of copy       %s
                I/Os                  %,d (%,d reads, %,d writes, retries included)
                  queued              %,d
                  synchronous         %,d (did not fit into the queue)
                wakeups               %,d by submitters, %,d by workers, %,d handed over
                  useless             %,d
                sleeps                %,d
                failed reopens        %,d injected, %,d seen as -ENOENT and done again
                workers               %,d started, %,d ended, %,d interrupted, pool resized %,d times
                """,
                bytes,
                seconds,
                sourceDigest,
                copyDigest,
                ios(),
                reads,
                writes,
                s.queued(),
                s.synchronousFallbacks(),
                s.submitterWakeups(),
                s.workerWakeups(),
                s.handOvers(),
                s.uselessWakeups(),
                s.sleeps(),
                injected,
                seen,
                s.workersStarted(),
                s.workersExited(),
                interrupts,
                resizes);
    }
}
