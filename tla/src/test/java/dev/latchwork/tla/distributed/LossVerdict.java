package dev.latchwork.tla.distributed;

import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.tla.TlcMessage;
import dev.latchwork.tla.TlcRun;
import dev.latchwork.verification.Outcome;

/**
 * Whether a run of which a worker was killed is unknown for that reason. Immutable.
 *
 * @param outcome held if it is; violated if the run went on to its end, as if nothing had been lost; broken if it shows
 *     neither, because no worker was lost, its time was over, or something else went wrong
 * @param reason in words
 */
record LossVerdict(Outcome outcome, String reason) {
    static LossVerdict of(SafetyQuestion question, DistributedRun run) {
        Judgement judgement = DistributedJudge.judge(question, run);
        String reason = judgement.outcome() + ": " + judgement.reason();
        if (!run.workerLost() && !saysThatOneIsLost(run.tlc())) {
            return new LossVerdict(Outcome.BROKEN, "the server tells of no worker that was lost; " + reason);
        }
        if (run.workerLost() && judgement.outcome() == Outcome.UNKNOWN) {
            return new LossVerdict(Outcome.HELD, reason);
        }
        return new LossVerdict(isFinished(run.tlc()) ? Outcome.VIOLATED : Outcome.BROKEN, reason);
    }

    private static boolean saysThatOneIsLost(TlcRun tlc) {
        return !tlc.texts(TlcMessage.WORKER_LOST).isEmpty()
                || !tlc.texts(TlcMessage.WORKER_DEREGISTERED).isEmpty();
    }

    private static boolean isFinished(TlcRun tlc) {
        return tlc.withinLimit()
                && tlc.exit() == 0
                && tlc.saysNoError()
                && tlc.leftOnQueue().orElse(-1) == 0;
    }
}
