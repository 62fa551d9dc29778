package dev.latchwork.lincheck;

import dev.latchwork.verification.Check;
import dev.latchwork.verification.timeline.Timeline;
import java.util.Optional;

/** A failure that needs no judge, as a trace: a hang, or something that was thrown. Stateless. */
final class FailureTrace {
    private FailureTrace() {}

    /**
     * The interleaving where Lincheck has one, else the operations; empty if it has neither.
     *
     * @param finding of any kind but wrong results
     */
    static Optional<Timeline> of(Check check, Finding finding) {
        if (finding.kind() == Finding.Kind.HARNESS_FAILURE) {
            return Optional.empty();
        }
        return finding.interleaving()
                .map(interleaving -> InterleavingTimeline.of(check, interleaving, finding))
                .or(() -> finding.history().map(history -> HistoryTimeline.of(check, history, finding.thrown())));
    }
}
