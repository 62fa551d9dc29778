package dev.latchwork.tla;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcModel;
import java.util.Optional;

/**
 * Turns what TLC said into an outcome, against what the manifest says about the model. Thread-safe.
 *
 * <p>TLC's exit status is no verdict: it is 0 as well when TLC stopped early with states left. A held model therefore
 * needs all of: exit 0, TLC's own word that it found no error, no state left on the queue, and exactly the pinned number
 * of distinct states and depth. A violated one needs the pinned exit status, the expected property, and a counterexample
 * of the pinned length, found at the pinned number of states.
 */
public final class TlcJudge {
    private static final int INVARIANT_VIOLATED = 12;
    private static final int TEMPORAL_PROPERTY_VIOLATED = 13;

    private TlcJudge() {}

    /**
     * An outcome and why.
     *
     * @param outcome of the model's properties together
     * @param violated the property that TLC names as violated; empty when there is none, or it is temporal and TLC names
     *     none
     * @param reason in words
     */
    public record Judgement(Outcome outcome, Optional<String> violated, String reason) {

        /** The outcome for one property: TLC stops at a violation and says nothing about the others. */
        public Outcome of(String property) {
            return outcome == Outcome.VIOLATED
                            && violated.isPresent()
                            && !violated.get().equals(property)
                    ? Outcome.UNKNOWN
                    : outcome;
        }
    }

    /** Judges one run of the model. */
    public static Judgement judge(TlcModel model, TlcRun run) {
        if (!run.withinLimit()) {
            return because(Outcome.UNKNOWN, "TLC did not end within its time");
        }
        return switch (run.exit()) {
            case 0 -> judgeNoError(model, run);
            case INVARIANT_VIOLATED, TEMPORAL_PROPERTY_VIOLATED -> judgeViolation(model, run);
            default -> because(Outcome.BROKEN, "TLC ended with status " + run.exit() + ": " + run.tail());
        };
    }

    private static Judgement judgeNoError(TlcModel model, TlcRun run) {
        long left = run.leftOnQueue().orElse(-1);
        if (!run.saysNoError() || left != 0) {
            return because(Outcome.BROKEN, "TLC did not finish: states left on the queue: " + left);
        }
        if (model.expected() != Outcome.HELD) {
            return because(Outcome.HELD, "no violation in " + run.distinct().orElse(0) + " distinct states");
        }
        return pinned(model, run, run.depth().orElse(0))
                .orElseGet(
                        () -> because(Outcome.HELD, model.distinct() + " distinct states, depth " + model.diameter()));
    }

    private static Judgement judgeViolation(TlcModel model, TlcRun run) {
        Optional<String> violated = run.violatedInvariant();
        int length = run.trace().states().size();
        String what = violated.orElse("a temporal property") + " is violated after " + length + " states";
        if (model.expected() != Outcome.VIOLATED) {
            return new Judgement(Outcome.VIOLATED, violated, what);
        }
        if (run.exit() != model.exit()) {
            return because(Outcome.BROKEN, "TLC ended with status " + run.exit() + ", not " + model.exit());
        }
        if (run.exit() == INVARIANT_VIOLATED
                && !violated.equals(Optional.of(model.properties().get(0)))) {
            return because(Outcome.BROKEN, what + ", not " + model.properties().get(0));
        }
        return pinned(model, run, length).orElseGet(() -> new Judgement(Outcome.VIOLATED, violated, what));
    }

    /** What contradicts the manifest's numbers. */
    private static Optional<Judgement> pinned(TlcModel model, TlcRun run, int diameter) {
        long distinct = run.distinct().orElse(0);
        if (distinct == model.distinct() && diameter == model.diameter()) {
            return Optional.empty();
        }
        return Optional.of(because(
                Outcome.BROKEN,
                "distinct states " + distinct + ", diameter " + diameter + ", but the manifest says " + model.distinct()
                        + " and " + model.diameter() + ": explain the difference before you change the manifest"));
    }

    private static Judgement because(Outcome outcome, String reason) {
        return new Judgement(outcome, Optional.empty(), reason);
    }
}
