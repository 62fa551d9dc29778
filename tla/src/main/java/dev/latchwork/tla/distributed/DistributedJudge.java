package dev.latchwork.tla.distributed;

import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.tla.TlcRun;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcModel;
import java.util.List;
import java.util.Optional;

/**
 * Turns what TLC's server said into an outcome for the invariants that it was asked about. Thread-safe.
 *
 * <p>The exit status says nothing here: it is 0 on a violation too. A held model needs all of: exit 0, TLC's own word
 * that it found no error, no state printed as a counterexample, no state left on the queue, exactly the pinned number of
 * distinct states, and all workers to the end. The depth is not compared: several workers do not search quite breadth
 * first. For the same reason a counterexample need not have the pinned length; it must end in a state in which the
 * expected invariant fails when looked at by itself.
 */
public final class DistributedJudge {
    private DistributedJudge() {}

    /** Judges one run. */
    public static Judgement judge(SafetyQuestion question, DistributedRun run) {
        Judgement judgement = judgeChecked(question, run);
        return question.notChecked().isEmpty()
                ? judgement
                : new Judgement(
                        judgement.outcome(),
                        judgement.violated(),
                        judgement.reason() + "; not checked: " + String.join(", ", question.notChecked()));
    }

    private static Judgement judgeChecked(SafetyQuestion question, DistributedRun run) {
        TlcRun tlc = run.tlc();
        if (run.workerLost()) {
            return because(Outcome.UNKNOWN, "a worker was lost");
        }
        if (!tlc.withinLimit()) {
            return because(
                    Outcome.UNKNOWN, "TLC did not end within its time; worker threads that came: " + run.workers());
        }
        if (tlc.exit() != 0) {
            return because(Outcome.BROKEN, "TLC's server ended with status " + tlc.exit() + ": " + tlc.tail());
        }
        Optional<String> violated = tlc.violatedInvariant();
        if (violated.isPresent()) {
            return judgeViolation(
                    question, violated.get(), run.counterexample().states().size());
        }
        if (!tlc.trace().states().isEmpty()) {
            return because(Outcome.BROKEN, "TLC stopped at a state in which no invariant fails: " + tlc.tail());
        }
        return judgeNoViolation(question.model(), tlc);
    }

    private static Judgement judgeViolation(SafetyQuestion question, String violated, int length) {
        String what = violated + " is violated after " + length + " states";
        List<String> expected = question.model().properties();
        if (question.model().expected() == Outcome.VIOLATED && !expected.contains(violated)) {
            return because(Outcome.BROKEN, what + ", not " + expected.get(0));
        }
        return new Judgement(Outcome.VIOLATED, Optional.of(violated), what);
    }

    private static Judgement judgeNoViolation(TlcModel model, TlcRun tlc) {
        long left = tlc.leftOnQueue().orElse(-1);
        if (!tlc.saysNoError() || left != 0) {
            return because(Outcome.BROKEN, "TLC did not finish: states left on the queue: " + left + ": " + tlc.tail());
        }
        long distinct = tlc.distinct().orElse(0);
        if (model.expected() == Outcome.HELD && distinct != model.distinct()) {
            return because(
                    Outcome.BROKEN,
                    "distinct states " + distinct + ", but the manifest says " + model.distinct()
                            + ": explain the difference before you change the manifest");
        }
        return because(Outcome.HELD, distinct + " distinct states");
    }

    private static Judgement because(Outcome outcome, String reason) {
        return new Judgement(outcome, Optional.empty(), reason);
    }
}
