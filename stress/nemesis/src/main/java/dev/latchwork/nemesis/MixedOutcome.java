package dev.latchwork.nemesis;

import dev.latchwork.aio.AioStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a run of mixed I/Os came to.
 *
 * @param tallies what each session counted
 * @param completions shared completions counted by the I/Os' callback
 * @param injectedReopens reopens made to fail
 * @param injectedStarts worker threads that were not allowed to start
 * @param interrupts workers asked to exit
 * @param resizes changes of the pool's size
 * @param removals files taken away under queued I/Os
 * @param replacements of those, the ones that another file replaced
 * @param contentFault what is wrong on disk, or null
 * @param statistics counters at the end
 * @param seconds wall time, making and comparing of the files excluded
 */
public record MixedOutcome(
        List<BlockSession.Tally> tallies,
        long completions,
        long injectedReopens,
        long injectedStarts,
        long interrupts,
        long resizes,
        long removals,
        long replacements,
        String contentFault,
        AioStatistics statistics,
        double seconds)
        implements RunOutcome {

    /** What is wrong with it, or null: the run's promise, clause by clause. */
    @Override
    public String fault() {
        AioStatistics s = statistics;
        if (contentFault != null) {
            return contentFault;
        }
        if (completions != issued()) {
            return issued() + " I/Os were issued, but " + completions + " completions were shared";
        }
        if (ok() + failures() != issued()) {
            return issued() + " I/Os were issued, but " + ok() + " succeeded and " + failures() + " failed";
        }
        if (s.queued() != s.consumed()) {
            return s.queued() + " I/Os were queued, but " + s.consumed() + " consumed";
        }
        if (s.queued() + s.synchronousFallbacks() + local() != issued()) {
            return s.queued() + " I/Os queued, " + s.synchronousFallbacks() + " that did not fit and " + local()
                    + " on local memory are not the " + issued() + " issued";
        }
        if (s.reopenFailures() != failures()) {
            return "workers counted " + s.reopenFailures() + " failed reopens, sessions saw " + failures();
        }
        if (failures() < injectedReopens) {
            return injectedReopens + " reopens were made to fail, but sessions saw " + failures() + " failures";
        }
        if (s.workersStarted() != s.workersExited()) {
            return s.workersStarted() + " workers were started, but " + s.workersExited() + " ended";
        }
        return null;
    }

    /** What the plan's nemeses were to bring about and did not, so that the run shows nothing about it; or null. */
    String missing(MixedPlan plan) {
        AioStatistics s = statistics;
        if (plan.reopenFailureShare() > 0 && injectedReopens == 0) {
            return "no reopen failed by injection";
        }
        if (plan.removeEvery() > 0 && (failures() == injectedReopens || replacements == 0)) {
            return "no reopen failed because a file was away";
        }
        if (plan.startFailureShare() > 0 && injectedStarts == 0) {
            return "every worker could be started";
        }
        if ((plan.interruptEvery() > 0 && interrupts == 0) || (plan.resizeEvery() > 0 && resizes == 0)) {
            return "no worker was interrupted, or no pool resized";
        }
        if (s.synchronousFallbacks() == 0 || local() == 0 || vectored() == 0 || foreignWaits() == 0) {
            return "the queue was never full, or an I/O of some kind is missing";
        }
        return null;
    }

    long issued() {
        return sum(tally -> tally.issued);
    }

    private long ok() {
        return sum(tally -> tally.reads + tally.writes);
    }

    long failures() {
        return sum(tally -> tally.failures);
    }

    private long local() {
        return sum(tally -> tally.local);
    }

    private long vectored() {
        return sum(tally -> tally.vectored);
    }

    private long foreignWaits() {
        return sum(tally -> tally.foreignWaits);
    }

    private long sum(ToLongFunction<BlockSession.Tally> count) {
        return tallies.stream().mapToLong(count).sum();
    }

    @Override
    public String inWords() {
        AioStatistics s = statistics;
        return String.format(
                Locale.ROOT,
                """
                I/Os                  %,d in %.1f s (%,d vectored)
                  read and compared   %,d
                  written             %,d
                  failed              %,d as -ENOENT (%,d injected, the others because their file was away)
                  not started         %,d (the issuer could not open a file that was away)
                queued                %,d
                synchronous           %,d that did not fit, %,d on local memory
                wakeups               %,d by submitters, %,d by workers, %,d handed over; %,d useless
                sleeps                %,d
                workers               %,d started, %,d ended, %,d could not be started, %,d interrupted
                pool resized          %,d times
                files taken away      %,d times, %,d of them replaced
                sessions              %,d opened and closed, %,d waits for another session's I/O
                """,
                issued(),
                seconds,
                vectored(),
                sum(tally -> tally.reads),
                sum(tally -> tally.writes),
                failures(),
                injectedReopens,
                sum(tally -> tally.refused),
                s.queued(),
                s.synchronousFallbacks(),
                local(),
                s.submitterWakeups(),
                s.workerWakeups(),
                s.handOvers(),
                s.uselessWakeups(),
                s.sleeps(),
                s.workersStarted(),
                s.workersExited(),
                injectedStarts,
                interrupts,
                resizes,
                removals,
                replacements,
                sum(tally -> tally.sessions),
                foreignWaits());
    }
}
