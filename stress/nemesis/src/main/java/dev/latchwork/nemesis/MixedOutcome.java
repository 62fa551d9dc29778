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
 * @param shorts transfers that the device cut short
 * @param errors transfers that the device let fail
 * @param slows transfers that the device made slow
 * @param poolFault why the pool did not come to its size, or null
 * @param history what was recorded
 * @param judgement what the judges say of it
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
        long shorts,
        long errors,
        long slows,
        String poolFault,
        RecordedHistory history,
        HistoryJudgement judgement,
        AioStatistics statistics,
        double seconds)
        implements RunOutcome {

    /** What is wrong with it, or null: the run's promise, clause by clause. */
    @Override
    public String fault() {
        AioStatistics s = statistics;
        String order = judgement.fault();
        if (order != null) {
            return order;
        }
        if (history.pending() > 0) {
            return history.pending() + " operations have no answer";
        }
        if (completions != issued()) {
            return issued() + " I/Os were issued, but " + completions + " completions were shared";
        }
        if (ok() + failures() + sum(tally -> tally.errors) != issued()) {
            return issued() + " I/Os were issued, but " + ok() + " succeeded and " + failures() + " and "
                    + sum(tally -> tally.errors) + " failed";
        }
        if (sum(tally -> tally.errors) != errors || sum(tally -> tally.shorts) != shorts) {
            return "the device failed " + errors + " times and was short " + shorts + " times, but sessions saw "
                    + sum(tally -> tally.errors) + " and " + sum(tally -> tally.shorts);
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
        return poolFault;
    }

    /** What the plan's nemeses were to bring about and did not, so that the run shows nothing about it; or null. */
    String missing(MixedPlan plan) {
        MixedFaults faults = plan.faults();
        AioStatistics s = statistics;
        if (faults.reopenFailureShare() > 0 && injectedReopens == 0) {
            return "no reopen failed by injection";
        }
        if (faults.removeEvery() > 0 && (failures() == injectedReopens || replacements == 0)) {
            return "no reopen failed because a file was away";
        }
        if (faults.startFailureShare() > 0 && injectedStarts == 0) {
            return "every worker could be started";
        }
        if ((faults.interruptEvery() > 0 && interrupts == 0) || (faults.resizeEvery() > 0 && resizes == 0)) {
            return "no worker was interrupted, or no pool resized";
        }
        if (judgement.isUnknown()) {
            return judgement.blocks().verdict().inWords();
        }
        DeviceFaults device = faults.device();
        if ((device.shortShare() > 0 && shorts == 0)
                || (device.errorShare() > 0 && errors == 0)
                || (device.slowShare() > 0 && slows == 0)) {
            return "the device did nothing wrong";
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
                  read                %,d
                  written             %,d
                  on shared blocks    %,d
                  failed              %,d as -ENOENT (%,d injected, the others because their file was away)
                  not started         %,d (the issuer could not open a file that was away)
                queued                %,d
                synchronous           %,d that did not fit, %,d on local memory
                wakeups               %,d by submitters, %,d by workers, %,d handed over; %,d useless
                sleeps                %,d
                workers               %,d started, %,d ended, %,d could not be started, %,d interrupted
                pool resized          %,d times
                files taken away      %,d times, %,d of them replaced
                device                %,d short, %,d failed, %,d slow
                sessions              %,d opened and closed, %,d waits for another session's I/O
                """ + "%s",
                issued(),
                seconds,
                vectored(),
                sum(tally -> tally.reads),
                sum(tally -> tally.writes),
                sum(tally -> tally.shared),
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
                shorts,
                errors,
                slows,
                sum(tally -> tally.sessions),
                foreignWaits(),
                judgement.inWords());
    }
}
